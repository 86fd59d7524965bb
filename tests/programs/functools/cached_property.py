from functools import cached_property


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @cached_property
    def area(self):
        """The area."""
        print('computing')
        return 3 * self.radius ** 2


c = Circle(2)
print(c.area, c.area, c.__dict__)
del c.area
c.radius = 3
print(c.area)
c.area = 1
print(c.area, Circle.area.__doc__, Circle.area.attrname)


class Slotted:
    __slots__ = ()

    @cached_property
    def x(self):
        return 1


try:
    Slotted().x
except TypeError as error:
    print(error)


class Late:
    pass


Late.value = cached_property(lambda self: 1)
try:
    Late().value
except TypeError as error:
    print(error)
