def inner():
    x = yield 1
    print('got', x)
    try:
        y = yield 2
        print('got2', y)
    except ValueError as e:
        print('caught', e)
        yield 'recovered'
    return 'result'
def outer():
    r = yield from inner()
    print('r', r)
    r2 = yield from [10, 20]
    print('r2', r2)
    r3 = yield from 'ab'
    return (r, r2, r3)
g = outer()
print(next(g)); print(g.send('A')); print(g.throw(ValueError('v')))
print(g.gi_yieldfrom is not None, g.gi_running)
print(list(g))
def outer2():
    return (yield from outer())
def drain(g):
    try:
        while True: print('y', next(g))
    except StopIteration as s:
        print('stop', s.value)
drain(outer2())
def fin():
    try:
        yield 1
    finally:
        print('fin inner')
def fo():
    try:
        yield from fin()
    finally:
        print('fin outer')
g = fo(); next(g); g.close(); g.close()
g = fo(); next(g)
try: g.throw(KeyError('k'))
except KeyError as e: print(repr(e))
def bad():
    try: yield 1
    except GeneratorExit: yield 2
def obad():
    yield from bad()
g = obad(); next(g)
try: g.close()
except RuntimeError as e: print(e)
def raiser():
    yield 1
    raise StopIteration(5)
def oraiser():
    yield from raiser()
g = oraiser(); next(g)
try: next(g)
except RuntimeError as e: print(e, repr(e.__cause__))
try:
    list((lambda: (yield from 5))())
except TypeError as e: print(e)
def tree(n):
    if n:
        yield from tree(n-1)
        yield n
        yield from tree(n-1)
print(sum(tree(10)))
g = (lambda: (yield from range(3)))()
print(next(g))
try: print(g.send(5))
except AttributeError as e: print(e)
def deep(n):
    if n: return (yield from deep(n-1))
    yield 'bottom'
    return 'up'
g = deep(300); print(next(g)); drain(g)
def self_ref():
    yield from me
me = self_ref()
try: next(me)
except ValueError as e: print(e)
def catch_in_middle():
    try: yield from fin()
    except KeyError: print('mid'); yield 'after'
g = catch_in_middle(); next(g); print(g.throw(KeyError)); drain(g)
def two():
    a = (yield from inner()) + (yield from inner())
    print(a)
print(list(two()))
def close_ret():
    try: yield from fin()
    except GeneratorExit: return 3
g = close_ret(); next(g); print(g.close() in (None, 3))
