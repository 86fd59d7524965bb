"""sys.set_int_max_str_digits: the limit of digits in conversions between int and str."""
import sys

print(sys.get_int_max_str_digits())


def attempt(function, *arguments):
    try:
        result = function(*arguments)
        print('ok', len(result) if isinstance(result, str) else result.bit_length())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


attempt(str, 10 ** 4299)
attempt(str, 10 ** 4300)
attempt(int, '1' * 4300)
attempt(int, '1' * 4301)
sys.set_int_max_str_digits(640)
attempt(str, 10 ** 639)
attempt(str, -10 ** 640)
attempt(int, '1' * 640)
attempt(int, '1' * 641)
attempt(int, 'z' * 641, 36)
attempt(int, 'f' * 6410, 16)
attempt(hex, 10 ** 6000)
sys.set_int_max_str_digits(maxdigits=10000)
print(sys.get_int_max_str_digits())
attempt(str, 10 ** 9999)
attempt(str, 10 ** 10500)
attempt(int, '1' * 10000)
attempt(int, 'z' * 10000, 36)
attempt(int, '1' * 10001)
sys.set_int_max_str_digits(0)
number = 3 ** 50000
text = str(number)
print(len(text), int(text) == number, text[:20], text[-20:], f'{-number:d}' == '-' + text, repr(number) == text)
for wrong in (1, 639, -1, 'x', 1.5):
    attempt(sys.set_int_max_str_digits, wrong)
