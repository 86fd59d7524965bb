"""types.GenericAlias: aliases made by a call."""
import types

alias = types.GenericAlias(list, int)
print(alias, alias == list[int], alias.__origin__, alias.__args__, alias.__parameters__, alias())
print(types.GenericAlias(dict, (str, int)), types.GenericAlias(tuple, ()), types.GenericAlias(list, (..., 'x')))
print(hash(alias) == hash(list[int]), type(alias), isinstance([], types.GenericAlias))
print(alias | None, repr(alias), str(alias))


class Box:
    __class_getitem__ = classmethod(types.GenericAlias)

    def __init__(self, *items):
        self.items = items


print(Box[int], Box[int, str].__args__, Box[int](1, 2).items, Box[int].__origin__ is Box)
made = Box[str]('x')
try:
    print(made.__orig_class__)
except AttributeError as error:
    print(error)
print(list(*[alias([1, 2])]), [*alias][0], alias.append)


class Sub(types.GenericAlias(list, int)):
    pass


print(Sub.__bases__, Sub.__orig_bases__, Sub([1]))
for bad in (lambda: types.GenericAlias(list), lambda: types.GenericAlias(), lambda: isinstance([], alias),
            lambda: issubclass(list, alias), lambda: alias[str]):
    try:
        print(bad())
    except TypeError as error:
        print(error)
union = int | None
print(type(union) is types.UnionType, union.__args__, isinstance(None, union), isinstance('', union), union == (None | int))
