# Chains of yield from and await: what is sent, thrown and returned passes through; calls from inside generators.
def inner(n):
    total = 0
    try:
        while True:
            got = yield total
            total += got if got is not None else n
    except KeyError as error:
        total = (yield ('caught', error.args)) or 0
    finally:
        print('inner ends')
    return ('inner', total)


def chain(depth):
    if depth == 0:
        return (yield from inner(2))
    result = yield from chain(depth - 1)
    return (depth, result)


c = chain(4)
print(next(c), next(c), c.send(10), c.send(None), c.gi_yieldfrom.__name__)
print(c.throw(KeyError('k')))
try:
    c.send(7)
except StopIteration as stop:
    print(stop.value)

c = chain(3)
next(c)
c.close()
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)
c = chain(2)
try:
    c.send(1)
except TypeError as error:
    print(error)


def reenter():
    yield from (next(me) for _ in range(1))


me = reenter()
try:
    next(me)
except ValueError as error:
    print(error)


class Tree:
    def __init__(self, *children):
        self.children = children

    def __iter__(self):
        yield len(self.children)
        for child in self.children:
            yield from child

    def depth(self, step=1):
        return step + max((child.depth() for child in self.children), default=0)


t = Tree(Tree(Tree(), Tree()), Tree())
print(list(t), sum(t), max(t), [*t], t.depth(), 3 in t)


def wide(a, b, c, d, e, f, g, h):
    i = j = k = l = a + b
    return (a, b, c, d, e, f, g, h, i, j, k, l)


def recurse(n):
    return n if n == 0 else 1 + recurse(n - 1)


class Caller:
    def method(self, x, y=3):
        return x + y

    def generate(self):
        yield wide(1, 2, 3, 4, 5, 6, 7, 8)
        yield recurse(200)
        yield self.method(1), self.method(1, 1), self.method(y=4, x=0)
        yield list(self.own(3))

    def own(self, n):
        for i in range(n):
            yield self.method(i)


print(list(Caller().generate()))


class Waiting:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got


async def double(x):
    return x * 2


async def work(n):
    total = 0
    for i in range(n):
        total += await double(await double(i))
        got = await Waiting(i)
        total += got or 0
    return total


async def outer():
    return 'result', await work(3)


o = outer()
print(o.send(None), o.send(100), o.send(None))
try:
    o.send(5)
except StopIteration as stop:
    print(stop.value)
try:
    o.send(None)
except RuntimeError as error:
    print(error)


class Self:
    def __await__(self):
        return me_again()


async def me_again():
    pass


async def wrong():
    await Self()


w = wrong()
try:
    w.send(None)
except TypeError as error:
    print(error)


def deep(n):
    yield n
    yield from deep(n + 1)


try:
    for last in deep(0):
        pass
except RecursionError:
    print('too deep', last > 50)
