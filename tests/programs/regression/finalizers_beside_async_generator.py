# An asynchronous generator that is still being asked when the program ends, and objects with __del__: what is looked for
# at the end are instances, and a generator is none.
class Waiting:
    def __await__(self):
        yield 'waiting'


class Finalized:
    def __del__(self):
        print('finalized')


async def generator():
    await Waiting()
    yield 1


async def loop(items):
    async for item in items:
        print(item)


items = generator()
asked = items.__anext__()
print(asked.send(None), items.ag_running)
other_items = generator()
looping = loop(other_items)
print(looping.send(None), other_items.ag_running)
print([items].count(items), items in {items: 1}, repr(items)[:24])
finalized = Finalized()
del finalized
kept = [Finalized()]
kept.append(items)
del kept
print('end')
