from typing import Annotated, Any, Deque, Dict, Generic, Iterable, List, Literal, Mapping, TypeVar

T = TypeVar('T')
K = TypeVar('K')


class Items(List[T]):
    pass


class Table(Mapping[K, T], Generic[K, T]):
    def __init__(self, **items):
        self.items_ = items

    def __getitem__(self, key):
        return self.items_[key]

    def __iter__(self):
        return iter(self.items_)

    def __len__(self):
        return len(self.items_)


print(Items.__mro__, Items.__parameters__, Items[int]([1, 2]))
print(Table.__parameters__, dict(Table(a=1)), Table[str, int](b=2).get('b'), Items.__orig_bases__)
print(Deque([1]), Annotated[list, 'x']((1, 2)), List[None], Dict[str, None].__args__)
print(Annotated[int, 'x'].__args__, Annotated[int, 'x'].__origin__, Annotated[T, 'x'][int])
for wrong in (lambda: List[int](), lambda: Dict(), lambda: Literal[1](), lambda: Any(),
              lambda: Iterable[int]()):
    try:
        wrong()
    except TypeError as error:
        print(error)
