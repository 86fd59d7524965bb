from typing import Generic, TypeVar, TypeVarTuple, ParamSpec, Unpack, Callable, get_origin, get_args
import collections.abc

T = TypeVar('T')
K = TypeVar('K')


class Stack(Generic[T]):
    def __init__(self, *items):
        self.items = list(items)

    def push(self, item: T) -> None:
        self.items.append(item)


s = Stack[int](1, 2)
s.push(3)
print(type(s).__name__, s.items, s.__orig_class__, isinstance(s, Stack))
print(Stack[int], Stack[int] == Stack[int], Stack.__parameters__, Stack[T][str])


class Pair(Generic[K, T]):
    pass


class Named(Pair[str, T]):
    pass


print(Named.__parameters__, Named[int], Named.__orig_bases__, Pair[int, T][str])
for wrong in (lambda: Pair[int], lambda: Stack[int, str], lambda: Generic[int], lambda: Stack[int][int]):
    try:
        wrong()
    except TypeError as error:
        print(error)
Ts = TypeVarTuple('Ts')
P = ParamSpec('P')


class Shaped(Generic[Unpack[Ts]]):
    pass


class Task(Generic[T, P]):
    pass


print(Shaped[int, str], Shaped.__parameters__, Task.__parameters__, P.args, P.kwargs)
print(Callable[[T, K], T][int, str], Callable[P, T].__parameters__)
print(get_origin(Callable[[int], str]) is collections.abc.Callable, get_origin(Stack[int]), get_args(Stack[int]))
print([*tuple[int]], *list[str])


class Plain:
    def __class_getitem__(cls, item):
        return f'{cls.__name__} of {item}'


class Derived(Plain):
    pass


class Numbers(list):
    pass


print(Plain[1], Derived['x'], Numbers[int], Numbers[int]([1, 2]))
