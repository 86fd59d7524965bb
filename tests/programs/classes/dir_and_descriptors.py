# dir() asks __dir__, and __get__ of getters and class methods of built-in types.
class A:
    kind = 1

    def __init__(self):
        self.own = 2


print([name for name in dir(A()) if not name.startswith('_')])
print('__dict__' in dir(A()), '__class__' in dir(A()), '__dict__' in dir(3))


class B:
    def __dir__(self):
        return ['z', 'a', 'a']


print(dir(B()))
print(int.__dict__['real'].__get__(5), int.__dict__['real'].__get__(5, int))
print(int.__dict__['from_bytes'].__get__(None, int)(b'\x02', 'big'))
print(dict.__dict__['fromkeys'].__get__({})('ab'))
try:
    int.__dict__['real'].__get__('x')
except TypeError as error:
    print(error)


class Number(complex):
    __slots__ = ['place']


number = Number(3, 4)
number.place = 'here'
print(number.real, number.imag, number.place)
print(next(iter([]), 'none'))


class Empty:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration('done')


try:
    next(Empty())
except StopIteration as stop:
    print(stop.value, next(Empty(), 7))
try:
    next(5)
except TypeError as error:
    print(error)
for singleton in None, ..., NotImplemented:
    print(type(singleton)() is singleton)
    try:
        type(singleton)(1)
    except TypeError as error:
        print(error)
for obj in [1], object():
    try:
        obj.__class__ = A
    except TypeError as error:
        print(error)
