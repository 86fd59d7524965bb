# Subclasses of the built-in iterators, and operations that look special methods up on the class.
import sys
import types


class Numbered(enumerate):
    pass


class Pairs(zip):
    def __init__(self, *sources):
        self.count = len(sources)


class Mapped(map):
    def __next__(self):
        return -super().__next__()


e = Numbered('abc')
print(iter(e) is e, next(e), list(e), type(e).__name__, isinstance(e, enumerate))
pairs = Pairs([1, 2], 'ab')
print(pairs.count, list(pairs))
print(list(Mapped(abs, [1, -2])))


class Text(str):
    def __int__(self):
        return 7


class Items(list):
    def __index__(self):
        return 8


print(int(Text('3')), int(Text('3'), 10), int(Items()))


class Blocked:
    __reversed__ = None

    def __getitem__(self, i):
        return 1

    def __len__(self):
        return 2

    def __sizeof__(self):
        return 40


try:
    reversed(Blocked())
except TypeError as error:
    print(error)
print(sys.getsizeof(Blocked()) >= 40)


class Hinted:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter('ab')

    def __length_hint__(self):
        return self.hint


for hint in 5, NotImplemented, -1, 'x':
    try:
        print(list(Hinted(hint)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class NoIter:
    def __next__(self):
        return 1


try:
    iter(NoIter())
except TypeError as error:
    print(error)

method = types.MethodType(len, [1, 2])
print(method(), method.__self__)
for arguments in (5, 5), (len, None):
    try:
        types.MethodType(*arguments)
    except TypeError as error:
        print(error)

wrapped = classmethod(len)
wrapped.note = 1
print(wrapped.__dict__['note'], wrapped.note, wrapped.__dict__['__name__'])
del wrapped.note
print(hasattr(wrapped, 'note'), 'note' in wrapped.__dict__)
thing = Hinted(1)
del thing.__dict__
print(thing.__dict__)


class Meta(type):
    def mro(cls):
        print(cls.__mro__)
        return super().mro()


class Ordered(metaclass=Meta):
    __slots__ = ['__classcell__']


print(len(Ordered.__mro__))
