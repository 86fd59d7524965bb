async def relay(generator):
    async for item in generator:
        print('item', item)
    return 'done'


async def source():
    for name in 'ab':
        try:
            got = await Suspend(name)
        except KeyError as error:
            got = repr(error)
        yield got


class Suspend:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        answer = yield self.name
        return answer


coroutine = relay(source())
print(coroutine.send(None), coroutine.cr_running)
print(coroutine.send('first'))
print(coroutine.cr_await is not None)
try:
    coroutine.throw(KeyError('thrown'))
except StopIteration as stop:
    print(stop.value)


async def closes():
    try:
        await Suspend('x')
    finally:
        print('closed')


coroutine = closes()
print(coroutine.send(None))
coroutine.close()
