def f(a, b=2, *, c=3) -> int:
    """Doc."""
    x = 1
    return x
print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__module__)
print(sorted(f.__annotations__.items(), key=str))
def outer():
    def inner():
        pass
    return inner
print(outer().__qualname__, (lambda: 0).__name__, outer().__name__)
print(callable(f), callable(5), type(f).__name__)
f.custom = 5
print(f.custom, hasattr(f, 'custom'), hasattr(f, 'other'), f.__dict__)
f.__name__ = 'renamed'
print(f.__name__)
try:
    f.missing
except AttributeError as error:
    print(error)
del f.custom
print(hasattr(f, 'custom'))
