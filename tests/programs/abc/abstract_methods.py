from abc import ABC, ABCMeta, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self):
        return 0
    def describe(self):
        return f'{type(self).__name__} of {self.area()}'
class Square(Shape):
    def __init__(self, side):
        self.side = side
    def area(self):
        return super().area() + self.side ** 2
print(Square(3).describe(), Shape.__abstractmethods__, Square.__abstractmethods__)
try:
    Shape()
except TypeError as error:
    print(error)
class Two(metaclass=ABCMeta):
    @property
    @abstractmethod
    def width(self):
        pass
    @classmethod
    @abstractmethod
    def make(cls):
        pass
class Half(Two):
    width = 5
for cls in (Two, Half):
    try:
        cls()
    except TypeError as error:
        print(error)
class Whole(Half):
    @classmethod
    def make(cls):
        return cls()
print(Whole.make().width, sorted(Two.__abstractmethods__), type(Two))
