import typing
from typing import (Any, Optional, Union, List, Dict, Tuple, Set, FrozenSet, Callable, Iterable, Iterator, Sequence, Mapping,
                    Literal, Final, ClassVar, Annotated, TypeVar, cast, overload, TYPE_CHECKING, NoReturn, Never, Self, NewType,
                    get_origin, get_args)
print(Any, List, List[int], Dict[str, int], Tuple[int, ...], Set[str], FrozenSet[int], Iterable[int], Mapping[str, Any])
print(Callable[[int, str], bool], Callable[..., Any], Callable[[], None], Callable)
print(Literal['a', 1, None], Final[int], ClassVar[int], Annotated[int, 'meta', 3], List[List[int]], List[None], List['Node'])
T = TypeVar('T')
print(T, List[T], List[T][int], TypeVar('N', bound=int), List[T].__parameters__)
print(cast(int, 'x'), TYPE_CHECKING, NoReturn, Never, Self)
UserId = NewType('UserId', int)
print(UserId(5))
print(get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_origin(int), get_args(int))
print(get_origin(list[int]), get_args(int | None), get_origin(Literal[1]), get_args(Literal[1, 2]))
print(isinstance([], List), isinstance({}, typing.Dict), List[int] == List[int], List[int] == list[int], hash(List[int]) == hash(List[int]))
def f(rows: List[Dict[str, Any]], key: Callable[[int], str] = str, *rest: Any) -> List[str]:
    return [key(x) for x in rest]
print(f([], str, 1, 2), list(f.__annotations__))
for action in (lambda: isinstance([], List[int]), lambda: issubclass(list, List[int])):
    try:
        print(action())
    except TypeError as error:
        print(error)
