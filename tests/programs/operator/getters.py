from operator import attrgetter, itemgetter, methodcaller

rows = [{'name': 'b', 'n': 1}, {'name': 'a', 'n': 3}]
print([row['name'] for row in sorted(rows, key=itemgetter('name'))], itemgetter(1, 0)('xy'), itemgetter(-1)([1, 2]))
print(itemgetter(slice(1, 3))('abcd'), itemgetter(1, 2), attrgetter('a.b', 'c'), methodcaller('f', 1, k=2))


class Node:
    def __init__(self, value, child=None):
        self.value = value
        self.child = child

    def plus(self, n, *, times=1):
        return (self.value + n) * times


tree = Node(1, Node(2, Node(3)))
print(attrgetter('value')(tree), attrgetter('child.child.value')(tree), attrgetter('value', 'child.value')(tree))
print(methodcaller('plus', 4)(tree), methodcaller('plus', 4, times=2)(tree), list(map(methodcaller('upper'), 'ab')))
for wrong in (lambda: itemgetter(), lambda: attrgetter(5), lambda: attrgetter('zz')(tree), lambda: methodcaller(),
              lambda: itemgetter(5)([1]), lambda: methodcaller(3)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
