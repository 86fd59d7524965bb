"""Small programs, run by the reference machine and by CPython: value, output, globals, exceptions and the places of
their tracebacks must agree."""

from __future__ import annotations

import pytest
from compiler.differential import compare

EXPRESSIONS = r'''
1 + 2
---
a = 5; a + 1, 1 + a, a - 1, a * 2, a / 2, a // 2, a % 2, a ** 2, a << 1, a >> 1, a & 1, a | 2, a ^ 3
---
a = 5; b = 7; a + b, a - b, a * b, a / b, a // b, a % b, a ** b, a << b, a >> b, a & b, a | b, a ^ b
---
a = 5; -a, +a, ~a, not a, not not a, -1, +1, ~1, not 1, - - 3
---
x = 100000; x + 40000, x - 40000, x + 32767, x - 32768, x + True, x + 1.5
---
a = 1; a + 1 + 2 + 3 + a * 2 + (3 - a) * (a + 1)
---
2 ** 100, 2 ** -1, 10 ** 200 % 7, 1 << 100, 'ab' * 3, 3 * b'x', 'a' + 'b', (1, 2) + (3,), 0.1 + 0.2, 1j * 2
---
1 / 0
---
x = 0
5 % x
---
'a' + 1
---
a = 3; a < 4, a <= 3, a == 3.0, a != 3, a > 2, a >= 5, a is a, a is not None, a in [1, 3], a not in (1, 3)
---
a = 3; 1 < a < 5, 1 < a > 5, 0 <= a <= 2 < 7, a == 3 == 3.0 != 4
---
def f(x): print(x); return x
f(1) < f(2) < f(3), f(1) < f(0) < f(3), f(5) in [f(5)] == [5]
---
def f(x): print(x); return x
if f(1) < f(2) < f(3) < f(1): print('yes')
else: print('no')
if not f(1) < f(2) < f(3): print('no')
else: print('yes')
while f(3) < f(4) < f(4): pass
---
x = 5
y = (x < 6 < (x := 9)), x
y
---
a = 1; b = 0; c = ''; a and b, a or b, b and a, b or c, a and b or c, (a or b) and (c or 'd'), not (a and b)
---
x = 3
x = x > 5 or x < 1 or [x]
x
---
x = 3
x = x and x + 1 and [x]
x
---
a = 1; b = 2 if a else 3; c = 2 if not a else 3; d = (1 if a > 5 else 2 if a > 0 else 3); b, c, d
---
x = 5
x = x + 1 if x > 3 else x - 1
x
---
a = None; 1 if a is None else 2, 1 if a is not None else 2, 1 if a else 2, 1 if not a else 2
---
def f(a, b, c):
    if a and b or c: return 1
    elif not (a or b) and not c: return 2
    elif (a if b else c): return 3
    return 4
[f(a, b, c) for a in (0, 1) for b in (0, 1) for c in (0, 1)]
---
def f(a, b):
    return (1 if a and b else 2) if a or b else 3
[f(a, b) for a in (0, 1) for b in (0, 1)]
---
(x := 5) + (x := x * 2) + x
---
x = 1
x + (x := 5), [x, (x := 6), x], {x: (x := 7), x: x}, (x, x := 8)
---
def f():
    x = [1, 2]
    return x + (x := [3]) + x, x.index((x := 3) and 2)
f()
---
def f():
    x = 1
    y = x + sum([x := x + i for i in range(3)])
    return x, y
f()
---
def f():
    def g(): nonlocal x; x = 10; return 1
    x = 2
    return x + g() + x
f()
---
x = 2
def g():
    global x
    x = 10
    return 1
x + g() + x, [x, g(), x], x < g() < x, x ** (g() + 1)
---
x = 2
def g():
    global x
    x = 10
    return 1
x += g()
x
---
d = {}
x = 0
def g():
    global x
    x += 1
    return x
d[x] = g()
d[g()] = x
d[g()] = g()
d
---
def p(x): print(x); return x
d = {p(1): p(2), p(3): p(4)}
d[p(5)] = p(6)
[p(1), *[p(2), p(3)], p(4)]
{p(1), p(2)}
(p(1), p(2))
p(d)[p(1)]
p(1) if p(0) else p(2)
p(p(1) + p(2) * p(3))
---
def p(x): print(x); return x
a = [1, 2, 3, 4]
a[p(0):p(3):p(2)], a[:p(2)], a[p(1):], a[:], a[-1], a[0], a[::-1]
---
a = [1, 2, 3]; a[0:2] = [7, 8, 9]; del a[1:2]; a[-1] += 5; a
---
a = [1]; a[5]
---
a = {}; a['x']
---
(1).real, 'abc'.upper(), [3, 1].copy().copy(), ' a '.strip().upper().lower()
---
(1).nothing
---
x = 'a'
x.nothing(1)
---
x = 'a'
(x
  .upper()
  .nothing(1))
---
x = 'a'
(x
  .upper()
  .replace(1, 2))
---
[], (), {}, [1], (1,), {1}, {1: 2}, [1, 'a', 2.5, None, True, ...], (1, (2, 'x')), [1, 2, 3, 4, 5, 6, 7, 8]
---
a = [1, 2]; b = {'x': 1}; [*a, 3, *a], (*a, 3), {*a, 3}, {**b, 'y': 2, **{'x': 5}, 'z': 1}, [*a], (*a,), {*a}, {**b}
---
[*5]
---
{**5}
---
a = [1, 2]
x = {**{1: 2}, [] : 3}
---
x = 5; w = 8; f'{x}', f'{x!r:>{w}}', f'a{x}b{x:03d}{w}', f'{x=}', f'{x = !s:>5}', f'', f'{{}}', f'{x:{w}.{2+1}f}' , f'{"a" + "b"}'
---
x = 'é'; f'{x!a} {x!r} {x!s}' f' and {x}'
---
f'{1:zz}'
---
def p(x): print(x); return x
f'{p(1)} {p(2):{p(3)}} {p(4)!r}'
---
lambda: 1
---
(lambda x, y=2, *a, z=3, **k: (x, y, a, z, k))(1, *[5, 6], z=7, q=8)
---
nothing
---
if False: nothing = 1
nothing
---
x = 5
del x
x
---
1_000, 0x10, 1e5, 3j, b'a', 'a' 'b', None, True, ..., -0.0, (0.0, -0.0)
---
[0.0, -0.0, 0, False, 1, True, 1.0]
---
x = [0.0, 1]; y = [-0.0, True]; z = [False, 1.0]; str(x) + str(y) + str(z)
---
len, print is print, __name__, __debug__
---
len = lambda x: 'mine'
len([])
---
if 0: len = None
len([1])
---
x = len([1])
len = 5
x, len
---
def f(): return len([1])
a = f()
len = lambda x: 9
b = f()
del len
a, b, f(), len([1, 2])
---
def f():
    global len
    del len
len = 5
f()
len([1])
---
x = 1; x is 1 or x == 1
---
x = 3; not x in [3], not x is None, not x == 3
---
1 in 5
---
x = 1
x < 'a'
---
if 1 < 'a': pass
---
-'a'
---
x = 1
x()
---
1 < 2 < 'a'
---
[].append(1, 2)
---
print(1, nothing, 2)
---
(nothing
 + 1)
---
x = [1]
x[0
 ] = y
---
[1, 2, 3] == [1, 2, 3.0], (1,) in {(1,)}, 1 in (1, 2), 'a' in 'abc', 5 in [5, 6]
---
x = 7
[x, x := 8, x, (y := x) + 1, y]
---
a = b'abc'; a[0], a[-1:], a[1] + 1, a[True]
'''

STATEMENTS = r'''
x = y = z = 5
x, y, z
---
x = y = [1]
x is y
---
x = [0, 0]
i = x[i] = 1
i, x
---
a = [0]; a[0] = b = a[0] = 5; a, b
---
a, b = 1, 2
a, b = b, a
a, b
---
def f():
    a, b, c = 1, 2, 3
    a, b, c = c, a, b
    a, b = b, a + b
    (a), [b] = b, (a,)
    return a, b, c
f()
---
def f(n):
    a, b = 0, 1
    for _ in range(n): a, b = b, a + b
    return a
[f(i) for i in range(10)]
---
x = [1, 2, 3]; i = 0
x[i], x[i + 1] = x[i + 1], x[i]
i, x[i] = 2, 9
x, i
---
a, (b, *c), [d, e] = 1, 'xyz', [5, 6]
a, b, c, d, e
---
*a, b = range(4); c, *d = 'x'; e, *f, g = 1, 2; a, b, c, d, e, f, g
---
a, b = 1, 2, 3
---
a, b = [1]
---
a, b = 5
---
a, *b, c = [1]
---
a, b = {'x': 1, 'y': 2}.items(); a, b
---
a = 1, *[2, 3]; a
---
x = 1; x += 2; x -= 1; x *= 5; x //= 3; x **= 2; x %= 7; x <<= 2; x |= 1; x ^= 3; x &= 14; x >>= 1; x /= 2; x
---
x = y = [1]; x += [2]; y
---
x = [[1]]; x[0] += [2]; x[0][0] += 5; x[-1][1] *= 2; d = {'a': 1}; d['a'] += 1; x, d
---
def p(x): print(x); return x
a = [1, 2]
p(a)[p(0)] += p(5)
p(a)[1] += p(6)
a
---
def f(): pass
f.n = 1
f.n += 2
f.n
---
def p(x): print(type(x).__name__); return x
def f(): pass
f.n = 1
p(f).n += p(4)
f.n
---
x = 1
x += 'a'
---
x = [1]
x[0] += 'a'
---
x = [1]
x[3] += 1
---
x: int = 5
y: 'nothing'
z: int
x, __annotations__
---
(x): int = 5
a = [0]
a[0]: int = 7
x, a
---
def f():
    x: nothing = 5
    y: nothing
    return x
f()
---
def f():
    y: int
    return y
f()
---
x: nothing = 5
---
a = [1, 2, 3]; b = {'x': 1}; c = 5
del a[0], b['x'], c
a, b
---
a = b = c = 1
del a, (b, [c])
---
del nothing
---
def f():
    x = 1
    del x
    del x
f()
---
def f():
    x = 1
    if x: del x
    return x
f()
---
def f(n):
    for i in range(n):
        if i == 1: x = 5
        if i == 2: del x
        if i == 3: return x
f(5)
---
def f(): pass
f.a = 1
del f.a
f.a
---
assert 1
assert 1 < 2, 'no'
assert 2 < 1, 'm' + 'x'
---
assert 0
---
assert (1
    == 2)
---
if 1: x = 1
elif 2: x = 2
else: x = 3
if 0: x += 10
elif x: x += 20
if 0: pass
elif 0: pass
else: x += 100
x
---
def f(x):
    if x == 1: return 'a'
    elif x == 2: return 'b'
    elif x > 5:
        if x > 7: return 'c'
    else: return 'd'
    return 'e'
[f(i) for i in range(9)]
---
def f(x):
    if x: y = 1
    return y
f(1), f(0)
---
i = 0
while i < 5:
    i += 1
    if i == 2: continue
    if i == 4: break
    print(i)
else: print('else')
i
---
i = 0
while i < 3: i += 1
else: print('else', i)
---
while True:
    break
while 1:
    x = 5
    if x: break
else: x = 6
x
---
while 0: print('no')
else: print('yes')
---
n = 10
while n:
    n -= 3
    if n < 0: break
n
---
while not (x := 5) > 7: break
x
---
for i in [1, 2, 3]: print(i)
else: print('else', i)
for i in []: pass
else: print('empty')
---
for i in range(5):
    if i == 1: continue
    if i == 3: break
    print(i)
else: print('no')
i
---
for i in range(2): print(i)
for i in range(1, 3): print(i)
for i in range(5, 0, -2): print(i)
for i in range(0): print(i)
---
for i in range(10):
    i += 5
    print(i)
---
for i in range('a'): pass
---
for i in range(1, 5, 0): pass
---
for i in range(*[1, 3]): print(i)
range = lambda n: 'ab'
for i in range(5): print(i)
---
for a, (b, c) in [(1, (2, 3)), (4, (5, 6))]: print(a, b, c)
for a, *b in ['xyz', 'uv']: print(a, b)
---
x = [0, 0]
for x[0] in [5, 6]: pass
for x[1], y in [(1, 2)]: pass
x, y
---
for i in 5: pass
---
for i in [1, 2]:
    for j in [3, 4]:
        if j == 4: break
        print(i, j)
    else: print('no')
---
def f():
    for i in [1, 2]:
        for j in range(3):
            if j == 1: return i, j
f()
---
def f():
    for i in []: pass
    return i
f()
---
def f():
    for i in range(3): x = i
    return x, i
f()
---
def f():
    while True:
        x = 1
        if x: break
    return x
f()
---
for x in (1, 2): pass
for y in [1, 2, 3]: pass
x, y
---
import math, os.path, os.path as p
from math import pi, sqrt as root
math.floor(2.5), os.path is p, pi, root(4)
---
def f():
    import math as m
    from math import tau
    return m.tau == tau
f()
---
import nothing_of_this_name
---
from math import nothing
---
global x
x = 5
x
---
pass
---
'docstring'
---
1; 2; 3
---
x = 5
if x: x = 6
---
"""doc"""
__doc__
---
from __future__ import annotations
def f(x: nothing, y: 'a' = 1) -> nothing[1]: pass
f.__annotations__
---
x = 3
def f():
    global x, y
    x += 1
    y = x
    return x
f(), f(), x, y
---
def f():
    global g
    def g(): return 1
f()
g(), g.__qualname__
---
x = 1
def f():
    return x
    x = 2
---
x = 1
def f():
    print(x)
    x = 2
f()
---
if 0:
    x = 1
    def f(): return 1
while 0: y = 2
1 if 0 else 2
'''


FUNCTIONS = r'''
def f(): pass
f()
---
def f(a, b=2, *c, d, e=5, **g): return a, b, c, d, e, g
f(1, d=4), f(1, 2, 3, 4, d=5, e=6, h=7), f(*[1, 2], **{'d': 4, 'x': 5})
---
def f(a, b, /, c, *, d): return a, b, c, d
f(1, 2, 3, d=4), f(1, 2, c=3, d=4)
---
def f(a, /, **k): return a, k
f(1, a=2)
---
def f(x, l=[]): l.append(x); return l
f(1), f(2), f(3, [])
---
def p(x): print(x); return x
def d(x):
    print('make', x)
    def g(f): print('apply', x); return f
    return g
@d(p(1))
@d(p(2))
def f(a: p('annotation') = p('default'), *, b: p('b') = p('keyword')) -> p('return'): return a, b
f(), f.__annotations__
---
@str
def f(): pass
---
def f(): pass
@f
def g(): pass
---
def f():
    def g(): return 1
    def h():
        def i(): pass
        return i
    return g, h, h(), lambda: 0
[x.__qualname__ for x in f()], f.__name__, f.__doc__
---
def f():
    """doc"""
    return 1
f.__doc__, f()
---
def f(): 'only'
f(), f.__doc__
---
def f(x):
    def g(): return x
    x += 1
    return g
f(5)()
---
def f():
    n = 0
    def g():
        nonlocal n
        n += 1
        return n
    return g
g = f(); h = f()
g(), g(), h()
---
def f():
    def g(): return x
    x = 1
    a = g()
    x = 2
    b = g()
    del x
    return a, b, g
a, b, g = f()
print(a, b)
g()
---
def f():
    def g(): return x
    del x
    x = 1
f()
---
def f():
    x = 1
    def g():
        def h():
            nonlocal x
            x += 1
            return x
        return h
    return g()(), x
f()
---
def f():
    def g():
        nonlocal x
        del x
    x = 1
    g()
    return x
f()
---
def f(*args, **kwargs): return (lambda: (args, kwargs))()
f(1, 2, a=3)
---
def f():
    fs = []
    for i in range(3): fs.append(lambda: i)
    for j in range(3): fs.append(lambda j=j: j)
    return [g() for g in fs]
f()
---
def f(n): return 1 if n < 2 else n * f(n - 1)
f(20)
---
def f(n):
    if n == 0: return 'even'
    return g(n - 1)
def g(n):
    if n == 0: return 'odd'
    return f(n - 1)
f(9)
---
def f(x, y): return x
f(1, y=2), f(x=1, y=2), f(y=1, x=2)
---
def p(x): print(x); return x
def f(*a, **k): return a, k
p(1); f(p(1), *p([2]), p(3), a=p(4), **p({'b': 5}), c=p(6))
---
def p(x): print(x); return x
def it(): print('iterated'); yield_ = [1]; return iter(yield_)
def f(*a, **k): return a, k
f(*p([1]), k=p(2))
---
def f(*a): return a
f(*5)
---
def f(*a): return a
f(1, *5)
---
def f(*a, **k): return k
f(**5)
---
def f(*a, **k): return k
f(a=1, **{'a': 2})
---
def f(*a, **k): return k
f(**{'a': 2}, a=1)
---
def f(*a, **k): return k
f(**{'a': 2}, b=1, **{'b': 2})
---
def f(*a, **k): return k
f(**{'a': 2}, b=1, **{'c': 2}), f(**{}), f(*[]), f(*(), **{})
---
sorted([3, 1, 2], key=lambda x: -x), max([1, 2], key=lambda x: -x), print('a'), sorted('b a'.split(), reverse=True)
---
x = 'a-b'
x.split('-', maxsplit=0), '{a}{0}'.format(1, a=2), '{}{b}'.format(*[1], **{'b': 2})
---
len(1)
---
def f(): return nothing
def g(): return f()
g()
---
def f(x):
    return (x +
            1)
f('a')
---
def f(): return (yield_ for yield_ in [1])
list(f())
---
(lambda: nothing)()
---
f = lambda *a, k=1, **kw: (a, k, kw)
f(1, k=2, z=3), f.__name__, f.__qualname__
---
def f():
    x = 1
    class_ = lambda: x
    return class_()
f()
---
def outer():
    x = 'outer'
    def f(y=x, *, z=x): return y, z
    x = 'changed'
    return f()
outer()
---
def f():
    return
f()
---
def f():
    return 1
    print('dead')
    if x: y = 2
f()
---
def f(a):
    if a: return 1
    else: return 2
    print('dead')
f(0), f(1)
---
def f():
    while 1: pass
    return x
f
---
def f(a, b): a += b; b = a; return a, b
f(1, 2)
---
def f(a):
    a = a
    return a
f(3)
---
def f():
    len = 5
    return len
f(), len('a')
---
def make():
    def inner(n): return n if n < 2 else inner(n - 1) + inner(n - 2)
    return inner
make()(10)
---
def f(a):
    global b
    b = a
    def g():
        return b
    return g()
f(5)
---
def f():
    b = 1
    def g():
        global b
        b = 5
        def h(): return b
        return h()
    return g(), b
f(), b
---
x = 'global'
def f():
    x = 'local'
    def g():
        global x
        return x
    return g()
f()
---
def f(p1, p2, *, k, **kw):
    def g(): return p1, k, kw
    return g() + (p2,)
f(1, 2, k=3, z=4)
---
(lambda a, b=(1, 2), c=[], d=-1: (a, b, c, d))(0)
---
def f(*, a=1, b): return a, b
f(b=5)
'''

COMPREHENSIONS = r'''
[x * 2 for x in range(5)], {x % 3 for x in range(5)}, {x: x * x for x in range(3)}, list(x for x in 'ab')
---
[x for x in range(10) if x % 2 if x > 3], [(x, y) for x in range(3) for y in range(x) if x + y > 1]
---
x = 'outer'
y = [x for x in 'ab']
x, y
---
def f():
    x = 5
    y = [x for x in [x, x + 1]]
    return x, y
f()
---
[[y * x for y in range(3)] for x in range(3)]
---
def f(n): return [[i * j for j in range(n) if j != i] for i in range(n)], n
f(4)
---
def p(x): print(x); return x
[p(x) for x in p([1, 2]) for y in p([3]) if p(y)], {p(x): p(-x) for x in [1, 2]}
---
[lambda: x for x in range(3)][0]()
---
fs = [lambda: x for x in range(3)]
[f() for f in fs]
---
def f(): return [(lambda: (x, y, z)) for x in range(2) for y in range(2)]
z = 9
[g() for g in f()]
---
def f(z): return [[lambda: (x, y, z) for y in range(2)] for x in range(2)]
[[g() for g in row] for row in f(5)]
---
def f(): return [[lambda: x for x in range(n)] for n in range(3)]
[[g() for g in row] for row in f()]
---
[y := 1, y ** 2], [z := x for x in range(3)], z
---
def f():
    total = 0
    r = [total := total + v for v in range(5)]
    return r, total
f()
---
def f():
    if any((found := x) > 3 for x in range(10)): return found
f()
---
any((hit := x) > 3 for x in range(10)), hit
---
def f():
    def g(): return w
    [w := i for i in range(4)]
    return g()
f()
---
def f():
    global w
    return [w := i for i in range(4)]
f(), w
---
[a + b for a, b in zip([1, 2], [3, 4])], [a for a, *b in ['xyz']], {k: v for k, v in {'a': 1}.items()}
---
g = (x for x in range(3))
next(g), list(g), list(g)
---
g = ((x, y) for x in range(3) for y in range(x) if y < 2)
list(g)
---
def f(n):
    return (x + n for x in range(n))
sum(f(4)), sorted(f(3)), tuple(f(2))
---
g = (x for x in nothing)
---
g = (nothing for x in [1])
next(g)
---
[nothing for x in [1]]
---
[x for x in 5]
---
(x for x in 5)
---
[1 / x for x in [1, 0]]
---
[y for y in [1] for z in [y, y + 1]]
---
def f(): return [1 for _ in range(3)], [_ for _ in range(2)]
f()
---
def f(rows): return {k: [v * 2 for v in vs if v] for k, vs in rows.items() if vs}
f({'a': [1, 0, 2], 'b': []})
---
x = [1, 2]
x = [i for i in x if i in x]
x
---
print([i for i in range(3)], *[j for j in range(2)], sep_=1) if 0 else [i for i in range(3)] + [i for i in range(2)]
---
f = lambda: [x for x in range(2)]
f()
---
def f(x=[y for y in range(3)]): return x
f()
---
[x for x in [1, 2, 3] if x != 2 and (x > 2 or x < 2)]
---
[(x, f'{x}{y}') for x, y in enumerate('ab')]
---
def f(a):
    return [a for b in range(2) for a in [b, a0]] + [a]
a0 = 7
f(3)
---
[(i, j) for i in range(3) if i for j in range(i, 3) if j]
---
list(map(lambda p: p[0], ((i, i) for i in range(2)))), dict((k, 1) for k in 'ab')
'''

EXCEPTIONS = r'''
try: 1 / 0
except ZeroDivisionError: print('caught')
---
try: x = 1
except ValueError: x = 2
else: x += 10
finally: x += 100
x
---
try: 1 / 0
except ValueError: x = 1
---
try: 1 / 0
except (ValueError, ZeroDivisionError) as e: x = str(e)
x
---
try: 1 / 0
except ZeroDivisionError as e: pass
e
---
e = 5
try: 1 / 0
except ZeroDivisionError as e: del e
---
try: [][1]
except ZeroDivisionError: x = 1
except IndexError: x = 2
except: x = 3
x
---
try: nothing
except: x = 3
x
---
def f():
    try: return 1
    finally: print('finally')
f()
---
def f():
    try: return 1
    finally: return 2
f()
---
def f():
    x = 1
    try: return x
    finally: x = 2
f()
---
def f():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print(i)
        finally: print('finally', i)
    return i
f()
---
def f():
    while True:
        try: 1 / 0
        except ZeroDivisionError as e: return str(e)
        finally: print('f')
f()
---
def f():
    while True:
        try: 1 / 0
        finally: break
    return 1
f()
---
def f():
    for i in range(3):
        try: [][i]
        except IndexError as e:
            if i == 1: continue
            if i == 2: break
            print(e)
        else: print('else')
    return 'done', i
f()
---
def f():
    for i in range(2):
        try: 1 / 0
        except ZeroDivisionError as e: continue
    try: e
    except NameError as x: return type(x).__name__, str(x)
f()
---
try:
    try: 1 / 0
    finally: print('inner')
except ZeroDivisionError: print('outer')
---
try:
    try: 1 / 0
    except ZeroDivisionError: [][1]
except IndexError as e: x = type(e.__context__).__name__
x
---
try: 1 / 0
except ZeroDivisionError: nothing
---
try: 1 / 0
except ZeroDivisionError as e: raise ValueError('x') from e
---
try: 1 / 0
except ZeroDivisionError: raise ValueError('x') from None
---
try: 1 / 0
finally: [][2]
---
try: 1 / 0
except ZeroDivisionError: raise
---
def f(): raise
try: 1 / 0
except ZeroDivisionError: f()
---
raise
---
raise ValueError
---
raise ValueError('a', 'b')
---
raise 5
---
raise ValueError from 5
---
raise ValueError('a') from KeyError('b')
---
try: pass
except nothing: pass
finally: print('x')
try: 1 / 0
except nothing: pass
---
try: 1 / 0
except 5: pass
---
try: 1 / 0
except (ValueError, 5): pass
---
def f():
    try:
        try: raise ValueError('a')
        finally: print('cleanup')
    except ValueError as e:
        try: raise KeyError('b')
        except KeyError as e2: return str(e), str(e2), str(e2.__context__)
f()
---
def f():
    try: raise ValueError('a')
    except ValueError as e:
        def g(): return e
        print(g())
    return g
f()()
---
def f():
    global e
    try: raise ValueError('a')
    except ValueError as e: pass
    return e
f()
---
def f(x):
    try:
        if x == 0: raise KeyError('k')
        if x == 1: raise ValueError('v')
        if x == 2: return 'returned'
    except KeyError as e: return 'key', str(e)
    except ValueError: pass
    else: return 'else'
    finally: print('finally', x)
    return 'end'
[f(i) for i in range(4)]
---
def f():
    try:
        try: 1 / 0
        except ZeroDivisionError: return 'a'
        finally: raise ValueError('from finally')
    except ValueError as e: return str(e), type(e.__context__).__name__
f()
---
def f():
    for i in range(3):
        for j in range(3):
            try:
                if j == 1: break
                if i == 2: return i, j
            finally: print(i, j)
f()
---
def f():
    try: x = 1; del x; 1 / 0
    except ZeroDivisionError: return x
f()
---
def f():
    x = 0
    try: x = [1][5]
    except IndexError: return x
f()
---
def f():
    try: a = 1; b = 1 / 0
    except ZeroDivisionError: pass
    return a, b
f()
---
def f():
    try: pass
    finally: x = 1
    return x
f()
---
def f():
    try:
        for i in [1, 2]:
            for j in [3, 4]: raise ValueError(i, j)
    except ValueError as e: return e.args
f()
---
def f():
    r = []
    for i in range(3):
        try:
            r.append([1 // (k - i) for k in range(3)])
        except ZeroDivisionError: r.append('z')
    return r
f()
---
def f():
    try:
        return [x for x in (1, 2)]
    except: pass
    finally:
        try: 1 / 0
        except ZeroDivisionError: print('inner')
f()
---
try:
    raise ValueError('one')
except ValueError as e:
    saved = e
try:
    raise KeyError('two')
except KeyError as e:
    x = e.__context__
x, str(saved)
---
def f():
    try: raise ValueError
    except ValueError:
        try: raise KeyError
        except KeyError: pass
        raise
f()
---
def f():
    try: raise ValueError
    except ValueError:
        for i in range(2):
            try: raise KeyError
            except KeyError: continue
        raise
f()
---
def f(n):
    try:
        if n: return f(n - 1)
        raise ValueError('deep')
    finally:
        print(n)
f(3)
---
def f():
    try:
        try: raise ValueError('1')
        except ValueError: raise TypeError('2')
        finally: print('f1')
    except TypeError as e: return str(e), str(e.__context__)
    finally: print('f2')
f()
---
def f():
    while True:
        try:
            try: return 'x'
            finally: print('a')
        finally:
            print('b')
            break
    return 'y'
f()
---
try:
    (lambda: 1 / 0)()
except ZeroDivisionError:
    print('lambda')
finally:
    print('done')
5
---
def f():
    try: return 1
    except: return 2
    else: return 3
f()
---
def f():
    try: pass
    except: return 2
    else: return 3
    finally: print('f')
f()
---
try: int('x')
except ValueError as e: e.add_note('n'); raise
---
def g():
    try: yield_ = 1
    finally: pass
    return (1 // x for x in [1, 0])
try: list(g())
except ZeroDivisionError as e: print('caught')
---
assert isinstance(1, int), 'x'
def f():
    try: assert 0, [1]
    except AssertionError as e: return e.args
f()
'''


def programs() -> list[object]:
    result = []
    for family, text in (('expression', EXPRESSIONS), ('statement', STATEMENTS), ('function', FUNCTIONS),
                         ('comprehension', COMPREHENSIONS), ('exception', EXCEPTIONS)):
        for number, program in enumerate(text.split('\n---\n')):
            result.append(pytest.param(program.strip('\n') + '\n', id=f'{family}-{number}'))
    return result


@pytest.mark.filterwarnings('ignore::SyntaxWarning')
@pytest.mark.parametrize('source', programs())
def test_program(source: str) -> None:
    compare(source)
