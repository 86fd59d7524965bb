print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, int)), isinstance(1, (str, (float, int))), isinstance('a', str), isinstance([], (tuple, dict)), isinstance(None, type(None)), isinstance(int, type), isinstance(1, object), isinstance(1, int | str), isinstance(1.0, int | str))
print(issubclass(bool, int), issubclass(int, object), issubclass(KeyError, (ValueError, LookupError)), issubclass(int, int), issubclass(str, int | str))
print(type(1), type('a'), type([]), type(None), type(int), type(len), type(print), type(lambda: 0), type(type), type(1) is int, type({}) == dict, type(range(1)), type({}.keys()), type(ValueError()), type(iter([])))
print(int.__name__, type(5).__name__, str.__mro__, bool.__bases__, ValueError.__mro__)
for action in (lambda: isinstance(1, 5), lambda: isinstance(1, (int, 5)), lambda: isinstance('a', (int, 5)), lambda: issubclass(1, int), lambda: issubclass(int, 5), lambda: isinstance(1)):
    try:
        print(action())
    except TypeError as error:
        print(error)
