class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    async def __aenter__(self):
        print('enter', self.name)
        return self.name

    async def __aexit__(self, kind, error, traceback):
        print('exit', self.name, kind and kind.__name__, error)
        return self.swallow


class Range:
    def __init__(self, stop):
        self.stop = stop
        self.next = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.next == self.stop:
            raise StopAsyncIteration
        self.next += 1
        return self.next


class Awaitable:
    def __await__(self):
        yield from ()
        return 'awaited'


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


async def main():
    async with Manager('a') as a, Manager('b', True) as b:
        print(a, b)
        raise ValueError('v')
    print([x async for x in Range(3)], await Awaitable())
    for i in range(3):
        async with Manager(i):
            if i == 1:
                break
    try:
        async with Manager('c'):
            raise KeyError('k')
    except KeyError as error:
        print(repr(error))
    print(await anext(Range(1)), await anext(Range(0), 'none'))


run(main())
