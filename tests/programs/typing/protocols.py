from dataclasses import dataclass
from typing import Protocol, runtime_checkable, SupportsInt, SupportsIndex


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class File:
    def close(self):
        pass


class Plain(Protocol):
    name: str


print(isinstance(File(), Closes), isinstance(3, Closes), issubclass(File, Closes), isinstance(3, SupportsInt))
print(isinstance('a', SupportsIndex))
for wrong in (lambda: Closes(), lambda: isinstance(3, Plain)):
    try:
        wrong()
    except TypeError as error:
        print(error)


class Door(Closes):
    def __init__(self, name):
        self.name = name


print(Door('front').name, Door('x').close(), isinstance(Door('y'), Closes))


@dataclass
class Filled(Plain):
    name: str


class Empty(Plain):
    pass


print(Filled('x'), type(Empty()).__name__, type(Empty()).__name__)
