print(None, True, False, Ellipsis, ..., NotImplemented)
print(None is None, True is True, ... is Ellipsis)
print(type(None).__name__, type(...).__name__, type(NotImplemented).__name__)
