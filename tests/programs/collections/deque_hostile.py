# Items whose == changes the deque; iteration over a deque that changes; itself as its own item.
from collections import deque


def attempt(operation):
    try:
        print(operation())
    except Exception as error:
        print(type(error).__name__, error)


class Meddler:
    def __init__(self, d, change):
        self.d = d
        self.change = change

    def __eq__(self, other):
        self.change(self.d)
        return False

    __hash__ = None


changes = [lambda d: d.clear(), lambda d: d.append(1), lambda d: d.pop(), lambda d: d.rotate(1), lambda d: None]
for change in changes:
    for operation in (lambda d: 7 in d, lambda d: d.index(7), lambda d: d.count(7), lambda d: d.remove(7),
                      lambda d: d == deque([9] * 5), lambda d: d < deque([9] * 5)):
        d = deque()
        d.extend([1, Meddler(d, change), 7, 8, Meddler(d, change)])
        attempt(lambda: operation(d))
        print(len(d))

d = deque(range(5))
for change in (lambda: d.append(5), lambda: d.popleft(), lambda: d.insert(1, 1), lambda: d.rotate(2), d.reverse,
               lambda: d.__setitem__(0, 9), lambda: d.__delitem__(0), d.clear):
    forward = iter(d)
    backward = reversed(d)
    change()
    attempt(lambda: list(forward))
    attempt(lambda: list(forward))
    attempt(lambda: list(backward))
    attempt(lambda: list(backward))
attempt(lambda: d.extend(iter(d)))
d.extend([1, 2])
attempt(lambda: d.extend(iter(d)))
d.append(d)
print(d)
d.extend(d)
d.extendleft(d)
print(len(d), d[0] is d or d[1])
bounded = deque([1, 2, 3], maxlen=4)
bounded.extend(bounded)
print(bounded)
bounded.append(bounded)
print(repr(bounded), str([bounded]))
nested = deque()
for _ in range(300):
    nested = deque([nested])
print(repr(nested) == 'deque([' * 301 + '])' * 301, nested == nested.copy())


class Loud:
    def __repr__(self):
        return 'loud'

    def __eq__(self, other):
        raise ValueError('no')


attempt(lambda: deque([Loud()]))
attempt(lambda: Loud() in deque([1]))
attempt(lambda: deque([1]).index(Loud()))
attempt(lambda: deque().remove(Loud()))
attempt(lambda: deque([Loud()]) == deque([1]))
