def delegating(x):
    y = yield from x
    return y


async def waiting(x):
    async with x as y:
        await y
    async for z in y:
        print(z)
    return [z async for z in x if z]


async def generating(x):
    yield await x
