# max-python: 3.12
def attempt(l, key, value):
    try:
        l[key] = value
        print(l)
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error, l)

for key in (slice(1, 3), slice(3, 1), slice(0, 0), slice(None, None), slice(5, 9), slice(-2, None), slice(None, None, 2), slice(None, None, -1),
            slice(0, 4, 3), slice(4, 0, -2), slice(0, 0, 2), 0, -1, 7, 'a'):
    for value in ([], [7], (7, 8), range(3), 'xy', {1: 2}, {'k'}, 5, None):
        attempt([1, 2, 3, 4], key, value)
l = [1, 2, 3]
l[1:] = (x for x in 'ab')
print(l)
l[1:2] = l
print(l)
l[::2] = l[:3]
print(l)
l[:] = (x * 2 for x in l)
print(l)
