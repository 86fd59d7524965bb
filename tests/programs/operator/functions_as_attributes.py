# Functions that CPython has built in are no methods of the classes in which they stand, and have no attributes.
import operator, functools, itertools, math, json
class A:
    add = operator.add
    red = functools.reduce
    sq = math.sqrt
    ch = itertools.chain
    neg = operator.neg
    ig = operator.itemgetter(1)
    ln = len
    pr = functools.partial(max, 5)
for n, args in (('add',(1,2)),('red',(max,[1,2])),('sq',(4,)),('neg',(1,)),('ig',([1,2],)),('ln',('ab',)),('pr',(3,))):
    try: print(n, getattr(A(), n)(*args))
    except Exception as e: print(n, type(e), e)
print(list(A().ch([1],[2])))
print(type(operator.add), operator.add)
import enum, types, copy, dataclasses
class Op(enum.Enum):
    ADD = operator.add
    SUB = operator.sub
print(list(Op), Op.ADD.value(2, 3), Op(operator.sub))
print(operator.add.__name__, operator.add.__qualname__, hasattr(operator.add, '__get__'), hasattr(operator.add, '__code__'), callable(operator.add))
print(isinstance(operator.add, types.BuiltinFunctionType), isinstance(functools.reduce, types.FunctionType), copy.copy(operator.add) is operator.add, copy.deepcopy([operator.add])[0] is operator.add)
A.mul = operator.mul
print(A().mul(3, 4), A.mul(3, 4), A().mul is operator.mul)
setattr(A, 'sub', operator.sub)
print(A().sub(3, 4))
T = type('T', (), {'x': operator.add, '__call__': operator.add, '__len__': operator.neg, '__getitem__': operator.add, '__init__': operator.add})
print(T.x(1, 2))
for f in (lambda: T(1, 2), lambda: T()):
    try: print(f())
    except Exception as e: print(type(e))
class U:
    __eq__ = operator.is_
    __len__ = operator.neg
    __getitem__ = operator.add
    __add__ = operator.add
for f in (lambda: len(U()), lambda: U()[1], lambda: U() + 1, lambda: U() == 1):
    try: print(f())
    except Exception as e: print(type(e))
@dataclasses.dataclass
class D:
    f: object = operator.add
print(D().f(1, 2), D(operator.sub).f(1, 2), dataclasses.fields(D)[0].default is operator.add)
def w(f):
    @functools.wraps(f)
    def g(*a): return f(*a)
    return g
print(w(operator.add).__name__, w(operator.add)(1, 2))
try: operator.add.x = 1
except AttributeError as e: print('AE')
print({operator.add: 1}[operator.add], operator.add == operator.add, operator.__add__ is operator.add)
print(functools.partial(operator.add, 1)(2), functools.reduce(operator.mul, [1,2,3]), list(map(operator.neg, [1])), sorted([3,1], key=operator.neg))
class S:
    @staticmethod
    def s(): return 1
    p = property(operator.attrgetter('q'))
    q = 5
    cm = classmethod(operator.add)
print(S().p)
try: print(S.cm(1))
except Exception as e: print(type(e))
