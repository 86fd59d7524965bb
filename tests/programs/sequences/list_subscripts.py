l = list(range(10))
print(l[0], l[-1], l[2:5], l[:3], l[7:], l[::2], l[::-1], l[8:2:-2], l[-3:], l[5:5], l[20:], l[-20:3], l[True])
print(l[2 ** 70:], l[:2 ** 70], l[-2 ** 70:2], l[::2 ** 70], l[::-2 ** 70], l[None:None:None])
for key in (10, -11, 2 ** 70, 'a', 1.0, None, slice('a', None), slice(None, 1.5), slice(None, None, 0), (1,)):
    try:
        print(l[key])
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
