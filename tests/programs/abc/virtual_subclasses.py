from abc import ABC, ABCMeta, abstractmethod, get_cache_token
class Drawable(ABC):
    pass
class Line:
    pass
print(isinstance(Line(), Drawable), issubclass(Line, Drawable))
before = get_cache_token()
print(Drawable.register(Line) is Line, get_cache_token() != before)
print(isinstance(Line(), Drawable), issubclass(Line, Drawable), Drawable in Line.__mro__)
@Drawable.register
class Point:
    pass
class Sub(Point):
    pass
print(issubclass(Sub, Drawable), isinstance(Sub(), Drawable))
class Wide(Drawable):
    pass
Wide.register(int)
print(isinstance(5, Drawable), isinstance(5, Wide), isinstance('5', Drawable))
class Sized(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Sized:
            return any('__len__' in base.__dict__ for base in other.__mro__)
        return NotImplemented
class HasLength:
    def __len__(self):
        return 0
print(issubclass(HasLength, Sized), isinstance(HasLength(), Sized), issubclass(Line, Sized))
for action in (lambda: issubclass(5, Drawable), lambda: Drawable.register(5), lambda: Line.register):
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
