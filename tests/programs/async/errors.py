def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        print('value', stop.value)
    except Exception as error:
        print(type(error).__name__, error)


async def awaits(x):
    await x


async def iterates(x):
    async for y in x:
        pass


async def enters(x):
    async with x:
        pass


async def stops():
    raise StopIteration(1)


async def stopping_generator():
    yield 1
    raise StopAsyncIteration


for bad in (5, 'text', None, [], len, (x for x in '')):
    for use in (awaits, iterates, enters):
        run(use(bad))
run(stops())
run(iterates(stopping_generator()))
one = awaits(stops())
run(one)
run(one)
for function in (aiter, anext):
    try:
        function(5)
    except TypeError as error:
        print(error)
