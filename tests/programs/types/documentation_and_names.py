print(type(int.__doc__), type(len.__doc__), type([].__doc__), type(ValueError().__doc__), type(dir))
print(dir, aiter, anext, sum, type(sum), iter, isinstance(sorted, type(len)))
print([].append.__name__, [].append.__qualname__, type(iter([]).__doc__))
def f():
    "text"
print(f.__doc__, (lambda: 1).__doc__, dir.__module__, dir.__name__)
print(b'ab'.__bytes__())
def numbers():
    yield 1
g = numbers()
print(g.__name__, g.__qualname__, g.gi_running)
print((5).__format__.__name__, str.join.__objclass__, [].append.__self__)
class_names = [type(x).__name__ for x in (int.__add__, (1).__add__, str.join, ''.join, int.real, len, dict.fromkeys, numbers, str.maketrans)]
print(class_names)
