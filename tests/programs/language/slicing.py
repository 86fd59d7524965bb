s = 'abcdefgh'
l = list(range(8))
t = tuple(l)
for sl in (slice(None), slice(2, 5), slice(-3, None), slice(None, -2), slice(None, None, -1), slice(6, 1, -2), slice(5, 2),
           slice(-100, 100), slice(100, -100, -3), slice(None, None, 3)):
    print(s[sl], l[sl], t[sl], b'abcdefgh'[sl], range(8)[sl])
print(s[1:], s[:1], s[::2], s[-1], s[1:2:3], l[True], l[:-1:2])
