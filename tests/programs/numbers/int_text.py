for text in ('12', ' -12 ', '+0012', '1_000', '0x1F', '1__0', '_1', '1_', '', '  ', '٣٤', '12 3', '1.5', '\x1c5', '9' * 30):
    try:
        print(int(text))
    except ValueError as error:
        print(error)
for text, base in (('ff', 16), ('0xff', 16), ('0xff', 0), ('0b101', 0), ('0o17', 0), ('017', 0), ('00', 0), ('z', 36), ('0_1', 0), ('0x_f', 16), ('12', 2), ('1', 37), ('1' * 100, 2)):
    try:
        print(int(text, base))
    except ValueError as error:
        print(error)
print(int(b'42'), int(bytearray(b' 7 ')), int(3.99), int(-1e20), int(True), int())
for arguments in ((None,), (5, 10), ('1', 'a'), (float('nan'),), (float('inf'),), (1j,)):
    try:
        print(int(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
try:
    int(base=10)
except TypeError as error:
    print(error)
