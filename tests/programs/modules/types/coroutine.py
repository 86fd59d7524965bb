"""types.coroutine: generators that await takes."""
import types


@types.coroutine
def pause(value):
    """Waits."""
    got = yield value
    return got * 2


async def main():
    first = await pause('one')
    second = await pause('two')
    return first, second


coro = main()
sent = None
try:
    for answer in (None, 10, 20):
        print('asked', coro.send(answer))
except StopIteration as stop:
    print('result', stop.value)
print(pause.__name__, pause.__doc__)

made = pause('three')
print(next(iter(made)))
try:
    made.send(5)
except StopIteration as stop:
    print(stop.value)


@types.coroutine
def already():
    return main()


already_made = already()
print(type(already_made) is types.CoroutineType)
already_made.close()


@types.coroutine
def failing():
    try:
        yield 'before'
    except ValueError as error:
        return f'caught {error}'


async def outer():
    return await failing()


coro = outer()
print(coro.send(None))
try:
    coro.throw(ValueError('thrown'))
except StopIteration as stop:
    print(stop.value)


async def plain():
    return 'plain'


print(types.coroutine(plain) is plain)
try:
    types.coroutine(3)
except TypeError as error:
    print(error)


@types.coroutine
def returns_value():
    return 5


print(returns_value())
