"""The hash of a tuple that holds tuples of other classes: it follows theirs, however often it was asked for."""
from collections import namedtuple

Point = namedtuple('Point', 'x y')


class Loose(tuple):
    """A tuple whose hash follows from an attribute."""

    def __hash__(self):
        return self.number


class Plain(tuple):
    pass


nested = (Point(1, Point(2, 3)), Plain((4,)), 'five')
same = ((1, (2, 3)), (4,), 'five')
print(nested == same, hash(nested) == hash(same), hash(nested) == hash(same), {nested: 1}[same], {same: 2}[nested])

loose = Loose((1, 2))
loose.number = 10
outer = (loose, Point(1, loose))
first = hash(outer)
print(first == hash(outer), first == hash((Loose((1, 2)), 3)) if hasattr(Loose, 'number') else 'as it is')
loose.number = 11
print(first == hash(outer), hash(outer) == hash((loose, Point(1, loose))))
try:
    hash((Point(1, []), 2))
except TypeError as error:
    print(error)
