async def count(n):
    for i in range(n):
        yield i


async def double(x):
    return x * 2


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


async def main():
    a = [x async for x in count(4) if x != 2]
    b = {x: await double(x) async for x in count(3)}
    c = {x + y async for x in count(2) for y in range(2)}
    d = [[y async for y in count(x)] for x in range(3)]
    e = [x async for x in (await double(y) async for y in count(3))]
    f = [await double(x) for x in range(3)]
    g = (x for x in [await double(1)])
    return a, b, sorted(c), d, e, f, list(g)


print(run(main()))
