def descend(depth):
    if depth:
        result = yield from descend(depth - 1)
        return result + 1
    received = yield 'bottom'
    print('received', received)
    yield 'again'
    return 0


generator = descend(400)
print(next(generator), generator.send('s'))
try:
    next(generator)
except StopIteration as stop:
    print(stop.value)


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


print(sum(tree(12)), list(tree(3)))
