import typing

print(isinstance([], typing.Sequence), isinstance({}, typing.Mapping), isinstance(print, typing.Callable))
print(issubclass(dict, typing.MutableMapping), issubclass(int, typing.Iterable), isinstance(3, (str, typing.Hashable)))
print(typing.Mapping[str, int].__origin__, typing.get_origin(typing.Iterable[int]))
try:
    isinstance([], typing.List[int])
except TypeError as error:
    print(error)
