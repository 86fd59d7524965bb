import sys
print(sys.version_info.major, sys.version_info.minor >= 11, sys.version_info.micro == sys.version_info[2], sys.version_info.releaselevel == sys.version_info[3], sys.version_info.serial)
print(repr(sys.version_info).startswith('sys.version_info(major=3, minor='), isinstance(sys.version_info, tuple), len(sys.version_info))
print(sys.version_info > (3, 5), sys.version_info[:2] == (sys.version_info.major, sys.version_info.minor), type(sys.version_info[:2]))
major, minor, *rest = sys.version_info
print(major, len(rest), sys.version_info.index(3), hash(sys.version_info) == hash(tuple(sys.version_info)))
print(sys.float_info)
print(sys.float_info.max, sys.float_info.min, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.mant_dig)
print(sys.int_info.bits_per_digit, sys.int_info.default_max_str_digits, sys.get_int_max_str_digits())
print(f'{sys.version_info}' == str(sys.version_info), sys.float_repr_style, type(sys.implementation.name), sys.implementation.version == sys.version_info)
try:
    sys.version_info.nothing
except AttributeError as error:
    print(type(error).__name__)
