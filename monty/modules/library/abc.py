"""The module abc: abstract base classes and the methods that they demand."""

__all__ = ['ABC', 'ABCMeta', 'abstractclassmethod', 'abstractmethod', 'abstractproperty', 'abstractstaticmethod',
           'get_cache_token', 'update_abstractmethods']


def abstractmethod(funcobj):
    """Mark a method as abstract: a class whose metaclass is ABCMeta has no instances until it is overridden."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """A class method that is abstract; classmethod and abstractmethod together say the same."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """A static method that is abstract; staticmethod and abstractmethod together say the same."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """A property that is abstract; property and abstractmethod together say the same."""

    __isabstractmethod__ = True


# Counts the registrations: a class's list of those that are no subclasses holds until the next one.
_registrations = 0


def get_cache_token():
    """A value that changes with every registration of a virtual subclass with any abstract base class."""
    return _registrations


class _Known:
    """What an abstract base class knows about other classes."""

    __slots__ = ('registered', 'subclasses', 'others', 'others_at')

    def __init__(self):
        self.registered = set()
        self.subclasses = set()
        self.others = set()
        self.others_at = _registrations


def _abstract_names(cls, contents, inherited_from):
    names = set()
    for name, value in contents:
        if getattr(value, '__isabstractmethod__', False):
            names.add(name)
    for base in inherited_from:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    """The metaclass of abstract base classes.

    Such a class can have virtual subclasses: classes that are registered with it and need not inherit from it.
    """

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace.items(), bases)
        cls._abc_impl = _Known()
        return cls

    def register(cls, subclass):
        """Make a class a virtual subclass of this one. The class is returned, so this can be a decorator."""
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        cls._abc_impl.registered.add(subclass)
        _registrations += 1
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        known = cls._abc_impl
        if subclass in known.subclasses:
            return True
        actual = type(instance)
        if actual is subclass:
            if known.others_at == _registrations and subclass in known.others:
                return False
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(actual)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        known = cls._abc_impl
        if subclass in known.subclasses:
            return True
        if known.others_at != _registrations:
            known.others = set()
            known.others_at = _registrations
        elif subclass in known.others:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = cls in getattr(subclass, '__mro__', ())
            if not answer:
                for other in list(known.registered):
                    if issubclass(subclass, other):
                        answer = True
                        break
                else:
                    for other in cls.__subclasses__():
                        if issubclass(subclass, other):
                            answer = True
                            break
        elif answer is not True and answer is not False:
            raise AssertionError('__subclasshook__ must return either False, True, or NotImplemented')
        (known.subclasses if answer else known.others).add(subclass)
        return answer

    def _abc_registry_clear(cls):
        """Forget the registered classes."""
        cls._abc_impl.registered.clear()

    def _abc_caches_clear(cls):
        """Forget the answers given so far."""
        cls._abc_impl.subclasses.clear()
        cls._abc_impl.others.clear()


def update_abstractmethods(cls):
    """Work out again which methods of an abstract class are abstract, after it was changed. Returns the class."""
    if not hasattr(cls, '__abstractmethods__'):
        return cls
    cls.__abstractmethods__ = _abstract_names(cls, list(cls.__dict__.items()), cls.__bases__)
    return cls


class ABC(metaclass=ABCMeta):
    """A class to inherit from instead of naming ABCMeta."""

    __slots__ = ()
