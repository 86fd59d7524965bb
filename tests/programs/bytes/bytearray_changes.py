# What changes a bytearray.
a = bytearray(b'abcdef')
a[0] = 65
a[-1] = 70
a[1:3] = b'XYZ'
print(a)
a[1:1] = [1, 2]
a[::2] = b'-----'[:len(a[::2])]
print(a)
del a[0], a[-1], a[1:3]
print(a)
a.append(33)
a.extend(b'xy')
a.extend([122])
a.extend(x for x in range(3))
a.insert(0, 62)
a.insert(-100, 60)
print(a, a.pop(), a.pop(0), a)
a.remove(33)
a.reverse()
a += b'+'
a *= 2
print(a, a.copy() is a, a.copy() == a)
a.extend(a)
print(len(a))
a[2:4] = a
print(a)
del a[::3]
print(a)
a.clear()
print(a, len(a), a + b'x')
b = a
b += b'shared'
print(a, a is b)
for action in ['a[0] = 256', 'a[9] = 1', 'a["x"] = 1', 'a[::2] = b"x"', 'a[0:2] = "ab"', 'a[0:1] = 5', 'a[0:1] = None', 'del a[9]', 'a += 5']:
    try:
        if action == 'a[0] = 256':
            a[0] = 256
        elif action == 'a[9] = 1':
            a[9] = 1
        elif action == 'a["x"] = 1':
            a['x'] = 1
        elif action == 'a[::2] = b"x"':
            a[::2] = b'x'
        elif action == 'a[0:2] = "ab"':
            a[0:2] = 'ab'
        elif action == 'a[0:1] = 5':
            a[0:1] = 5
        elif action == 'a[0:1] = None':
            a[0:1] = None
        elif action == 'del a[9]':
            del a[9]
        else:
            a += 5
    except Exception as error:
        print(action, type(error).__name__, error)
print(a)
