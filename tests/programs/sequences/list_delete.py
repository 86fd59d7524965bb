for key in (0, -1, 3, 9, slice(1, 3), slice(None, None, 2), slice(None, None, -2), slice(1, None, 3), slice(8, 2, -3), slice(5, 2), slice(None), slice(None, 2 ** 80),
            slice(0, 10, 2 ** 70), 'a', 10, -11):
    l = list(range(10))
    try:
        del l[key]
        print(l)
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
big = [[i] for i in range(1000)]
del big[::3]
print(len(big), big[:4], big[-3:])
del big[10:]
print(big)
