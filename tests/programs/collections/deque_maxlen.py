from collections import deque

d = deque(range(10), maxlen=3)
print(d, d.maxlen)
d.append(10)
print(d)
d.appendleft(0)
print(d)
d.extend([1, 2])
print(d)
d.extendleft([7, 8])
print(d, d.copy().maxlen, len(d))
try:
    d.insert(0, 5)
except IndexError as error:
    print(error)
try:
    deque([], -1)
except ValueError as error:
    print(error)
empty = deque([1, 2], 0)
empty.append(3)
empty.appendleft(3)
print(empty, len(empty))
try:
    d.maxlen = 5
except AttributeError:
    print('cannot be set')
nested = deque([1])
nested.append(nested)
print(nested)
