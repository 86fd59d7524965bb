from typing import NamedTuple, TypedDict, NotRequired, Required, is_typeddict


class Point(NamedTuple):
    """A point."""
    x: int
    y: int = 0

    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


p = Point(3, 4)
print(p, p.length(), Point(1), p._replace(x=9), p._asdict(), Point._fields, Point._field_defaults, Point.__doc__)
print(isinstance(p, tuple), Point.__annotations__, Point.__orig_bases__ == (NamedTuple,))
Other = NamedTuple('Other', [('a', int), ('b', str)])
print(Other(1, 'x'), Other.__annotations__)
try:
    class Wrong(NamedTuple):
        a: int = 0
        b: int
except TypeError as error:
    print(error)


class Movie(TypedDict):
    title: str
    year: NotRequired[int]


class Sequel(Movie, total=False):
    number: Required[int]
    of: str


print(Movie(title='x'), type(Movie(title='x')), Movie.__total__, Sequel.__total__, is_typeddict(Movie))
print(sorted(Movie.__required_keys__), sorted(Movie.__optional_keys__), sorted(Sequel.__required_keys__),
      sorted(Sequel.__optional_keys__))
Made = TypedDict('Made', {'a': int})
print(Made.__annotations__, Made(a=1))
try:
    isinstance({}, Movie)
except TypeError as error:
    print(error)
