# Coroutines driven by hand: a round-robin scheduler, channels between producers and consumers.
# expect: (20000, 399980000)
class Switch:
    def __await__(self):
        yield


class Channel:
    def __init__(self, size):
        self.items = []
        self.size = size

    async def put(self, item):
        while len(self.items) >= self.size:
            await Switch()
        self.items.append(item)

    async def get(self):
        while not self.items:
            await Switch()
        return self.items.pop(0)


async def double(x):
    return x * 2


async def produce(channel, start, count):
    for i in range(start, start + count):
        await channel.put(await double(i))
    await channel.put(None)


async def consume(channel, totals):
    while (item := await channel.get()) is not None:
        totals.append(item)


def run_all(coroutines):
    waiting = list(coroutines)
    steps = 0
    while waiting:
        still = []
        for coroutine in waiting:
            try:
                coroutine.send(None)
            except StopIteration:
                pass
            else:
                still.append(coroutine)
            steps += 1
        waiting = still
    return steps


def run(n):
    totals = []
    tasks = []
    for i in range(4):
        channel = Channel(5)
        tasks.append(produce(channel, i * n, n))
        tasks.append(consume(channel, totals))
    run_all(tasks)
    return len(totals), sum(totals)


run(5000)
