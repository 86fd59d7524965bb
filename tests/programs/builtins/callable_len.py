print(callable(len), callable(int), callable(lambda: 0), callable('a'), callable(None), callable([].append), callable(str.upper), callable(ValueError))
print(len(''), len('é'), len('\U0001f600'), len([1]), len(()), len({1: 2}), len({1, 2}), len(range(10, 0, -3)), len(b'ab'), len({}.keys()), len(range(2 ** 62)))
for v in (5, None, iter([]), (x for x in ()), map(len, []), 1.5, len, int):
    try:
        len(v)
    except TypeError as error:
        print(error)
try:
    len(range(2 ** 70))
except OverflowError as error:
    print(error)
