async def ag():
    try:
        for i in range(3):
            yield i
    finally:
        print('fin')

class Fut:
    def __await__(self):
        r = yield 'wait'
        return r

async def slow():
    try:
        for i in range(3):
            x = await Fut()
            print('got', x)
            yield i
    except GeneratorExit:
        print('exit')
        raise
    finally:
        print('slow fin')

async def use(g):
    async for x in g:
        print(x, g.ag_running)
        if x == 1:
            break

def drive(c, sends=()):
    sends = list(sends)
    v = None
    try:
        while True:
            print('->', c.send(v))
            v = sends.pop(0) if sends else None
    except StopIteration as e:
        print('done', e.value)
    except Exception as e:
        print(type(e).__name__, e)

drive(use(ag()))
g = slow()
drive(use(g), 'abcdef')
print(g.ag_running)
# two consumers at once
g = slow()
a = use(g); b = use(g)
print(a.send(None), g.ag_running)
try: b.send(None)
except RuntimeError as e: print(e)
drive(a, 'xyz')
try: b.send(None)
except RuntimeError as e: print(e)
print(g.ag_running)
# reusing it goes on where it stood
drive(use(g), 'uvw')
# exception inside
async def bad():
    yield 1
    raise ValueError('bad')
async def use2():
    try:
        async for x in g2: print(x)
    except ValueError as e:
        print('caught', e, g2.ag_running)
    async for x in g2: print('never')
    print('end')
g2 = bad()
drive(use2())
# thrown in
g = slow()
c = use(g)
print(c.send(None))
try: c.throw(KeyError('k'))
except KeyError as e: print('out', e, g.ag_running)
drive(use(g))
# asend and async for together
g3 = slow()
async def mix():
    print(await g3.__anext__())
    async for x in g3:
        print('item', x)
    try: await g3.__anext__()
    except StopAsyncIteration: print('SAI')
drive(mix(), '123456')
class Wrong:
    def __aiter__(self): return self
    def __anext__(self): return ag()
async def w():
    async for x in Wrong(): pass
drive(w())
async def nested():
    async def inner():
        for i in range(2):
            yield i
    async def outer():
        async for x in inner():
            async for y in inner():
                yield x, y
    print([t async for t in outer()])
    print({k: v async for k, v in outer() if k})
drive(nested())
async def selfrun():
    async for x in me: print(x)
    yield 1
me = selfrun()
async def s():
    async for x in me: print(x)
drive(s())
