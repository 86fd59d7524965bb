from functools import reduce

print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, range(1, 6), 10), reduce(max, [3, 9, 2]))
print(reduce(lambda a, b: a + [b], 'abc', []), reduce(None, [7]), reduce(None, [], 'empty'))
for wrong in (lambda: reduce(max, []), lambda: reduce(max, 5), lambda: reduce(lambda a: a, [1, 2])):
    try:
        wrong()
    except TypeError as error:
        print(str(error)[:52])
