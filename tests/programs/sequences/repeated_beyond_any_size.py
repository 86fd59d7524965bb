largest = 2**63 - 1
for make in (lambda: b'ab' * largest, lambda: b'a' * largest, lambda: 'ab' * largest, lambda: [1, 2] * largest,
             lambda: (1, 2) * largest, lambda: [1] * largest, lambda: bytearray(b'ab') * largest):
    try:
        make()
    except (OverflowError, MemoryError) as error:
        print(repr(error))
items = [1, 2]
try:
    items *= largest
except MemoryError as error:
    print(repr(error), items)
