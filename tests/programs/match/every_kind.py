def f(x):
    match x:
        case 0: return 'zero'
        case -1: return 'minus'
        case 1.5 | 2.5: return 'float'
        case 'a' | 'b': return 'letter'
        case None: return 'none'
        case True: return 'true'
        case [1, y]: return ('one', y)
        case [1, *rest]: return ('rest', rest)
        case (a, b, *_, c): return ('abc', a, b, c)
        case [*_, 99]: return 'x'
        case [[p, q]]: return ('nested', p, q)
        case {'k': v, **rest} if v > 3: return ('map', v, rest)
        case {'k': v}: return ('k', v)
        case {}: return 'mapping'
        case int(n) | float(n): return ('num', n)
        case str() as s: return ('str', s)
        case bytes(): return 'bytes'
        case set(s): return ('set', s)
        case []: return 'empty'
        case [single]: return ('single', single)
        case list() | tuple(): return 'seq'
        case _: return 'other'
for v in [0, -1, 1.5, 2.5, 'a', 'b', None, True, False, [1,2], [1], [1,2,3], (5,6,7,8), (5,99), [[3,4]], {'k':4,'z':1}, {'k':1}, {}, {'q':2}, 7, 7.5, 'hello', b'x', {1}, [], ['s'], [3,4], range(3), range(2), frozenset(), object]:
    print(f(v))
def g(x):
    match x:
        case complex(real=r, imag=i): return r, i
        case slice(start=s, stop=e): return s, e
        case BaseException(args=(a,)): return 'exc', a
        case range(start=0): return 'r0'
print(g(1j), g(slice(1,2)), g(ValueError(3)), g(range(4)), g(5))
def h(x, k):
    import math
    match x:
        case math.pi: return 'pi'
        case {math.e: v}: return v
        case (1 | 2 as one, {'a': [_, z]} as d) if k: return one, d, z
        case _: return None
import math
print(h(math.pi, 1), h({math.e: 5}, 1), h((2, {'a': [1, 7]}), 1), h((2, {'a': [1, 7]}), 0))
try:
    match 5:
        case int(a, b): pass
except TypeError as e: print(e)
try:
    match 1j:
        case complex(a): pass
except TypeError as e: print(e)
try:
    match 5:
        case h(): pass
except TypeError as e: print(e)
x = [1, 2]
match x:
    case [x, y]: print(x, y)
for i in range(4):
    match i:
        case 0: continue
        case 2: break
    print('loop', i)
match 3:
    case a if a > 5: print('no')
    case b: print(a, b)
match (1, 2), 3:
    case (a, b), c: print(a, b, c)
match {'a': 1, 'b': 2}:
    case {'a': 1, **r}: print(r)
match 1, 2:
    case (1 as q, w) | (w, q): print(q, w)
