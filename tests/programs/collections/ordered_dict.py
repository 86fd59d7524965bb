from collections import OrderedDict

d = OrderedDict(a=1, b=2, c=3)
d.move_to_end('a')
print(list(d), list(d.items()))
d.move_to_end('c', last=False)
print(list(d), list(reversed(d)))
print(d.popitem(), d.popitem(last=False), d)
try:
    d.move_to_end('zz')
except KeyError as error:
    print('KeyError', error)
d.clear()
try:
    d.popitem()
except KeyError as error:
    print(error)
x = OrderedDict([('a', 1), ('b', 2)])
y = OrderedDict([('b', 2), ('a', 1)])
print(x == y, x == dict(y), x != y, x == OrderedDict(x))
print(repr(x) in ("OrderedDict([('a', 1), ('b', 2)])", "OrderedDict({'a': 1, 'b': 2})"), OrderedDict())
print(OrderedDict.fromkeys('abc', 0) == OrderedDict(a=0, b=0, c=0), x.pop('a'), x.pop('a', 'none'), x.pop('a', default=4))
print(type(x | {'q': 1}), list(x | {'q': 1}), x.setdefault('n'), x.copy() == x, isinstance(x, dict))
