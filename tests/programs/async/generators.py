async def numbers(count):
    try:
        for number in range(count):
            received = yield number
            if received is not None:
                print('received', received)
    finally:
        print('finally')


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


async def main():
    async for number in numbers(2):
        print(number)
    else:
        print('else')
    generator = numbers(5)
    print(await generator.__anext__(), await generator.asend('hello'), await anext(generator))
    try:
        await generator.athrow(ValueError('v'))
    except ValueError as error:
        print('out of it', error)
    print(await anext(generator, 'default'))
    generator = numbers(3)
    await anext(generator)
    print(await generator.aclose(), await generator.aclose())
    try:
        await generator.asend(None)
    except StopAsyncIteration:
        print('closed')
    try:
        await numbers(1).asend(5)
    except TypeError as error:
        print(error)
    one = numbers(3)
    first = one.asend(None)
    try:
        first.send(None)
    except StopIteration as stop:
        print('item', stop.value)
    await one.aclose()


run(main())
