async def leaf(n):
    return n * 2
async def main():
    a = await leaf(1)
    b = await leaf(2)
    return a + b
c = main()
try: c.send(None)
except StopIteration as s: print(s.value)
try: c.send(None)
except RuntimeError as e: print(e)
async def bad(): await 5
try: bad().send(None)
except TypeError as e: print(e)
async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got: print('got', got)
    finally:
        print('agen fin')
def run(c):
    try:
        while True:
            v = c.send(None)
            print('suspended on', v)
    except StopIteration as s:
        return s.value
async def loop():
    async for x in agen(3): print(x)
    else: print('else')
    l = [x async for x in agen(3)]
    s = {x: y async for x in agen(2) for y in [1]}
    q = [y for z in [[x async for x in agen(2)]] for y in z]
    return l, s, q
print(run(loop()))
async def loop2():
    async for x in agen(5):
        if x == 1: continue
        if x == 3: break
        print(x)
    g = (x async for x in agen(3) if x != 1)
    print(type(g).__name__)
    async for x in g: print('ge', x)
    g = (await leaf(x) for x in [1,2,3])
    print([x async for x in g])
print(run(loop2()))
async def sendloop():
    g = agen(3)
    print(await g.__anext__())
    print(await g.asend('hey'))
    try: print(await g.athrow(ValueError('v')))
    except ValueError as e: print('ve', e)
    try: await g.__anext__()
    except StopAsyncIteration: print('SAI')
    g = agen(3); await g.__anext__(); print(await g.aclose())
    print(await anext(agen(1)), await anext(agen(0), 'dflt'))
    print(aiter(g) is g)
print(run(sendloop()))
print(type(main).__name__, type(c).__name__, type(agen(1)).__name__, type(agen(1).__anext__()).__name__, type(agen(1).aclose()).__name__)
async def exc():
    try:
        await raiser()
    except KeyError as e: print('caught', e)
    finally: print('f')
async def raiser(): raise KeyError('z')
print(run(exc()))
unused = main()
try:
    for x in unused: pass
except TypeError as e: print(e)
async def af():
    async for x in [1]: pass
try: run(af())
except TypeError as e: print(e)
async def aw():
    async with 5: pass
try: run(aw())
except TypeError as e: print(e)
async def sr():
    raise StopIteration
try: run(sr())
except RuntimeError as e: print(e)
async def ar():
    yield 1
    raise StopAsyncIteration
async def arr():
    async for x in ar(): print(x)
try: run(arr())
except RuntimeError as e: print(e)
w = main().__await__()
print(type(w).__name__)
try: next(w)
except StopIteration as s: print(s.value)
def yfc(): yield from unused
try: next(yfc())
except TypeError as e: print(e)
unused.close()
co = main(); co.close()
try: co.send(1)
except RuntimeError as e: print(e)
co = main()
try: co.send(1)
except TypeError as e: print(e)
try: co.throw(ValueError('x'))
except ValueError as e: print('thrown', e)
