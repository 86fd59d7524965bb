from contextlib import AsyncExitStack, aclosing, asynccontextmanager


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stopped:
        return stopped.value


@asynccontextmanager
async def opened(name):
    print('open', name)
    try:
        yield name
    except ValueError as error:
        print('caught', error)
    finally:
        print('close', name)


async def items():
    try:
        yield 1
        yield 2
    finally:
        print('items closed')


async def main():
    async with opened('a') as a:
        print(a)
    async with opened('b'):
        raise ValueError('in b')
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(opened('c')))
        stack.callback(print, 'sync callback')
    async with aclosing(items()) as source:
        async for item in source:
            print(item)
            break
    return 'done'


print(run(main()))
