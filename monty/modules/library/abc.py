"""The module abc: abstract base classes and the methods that they demand."""

__all__ = ['ABC', 'ABCMeta', 'abstractclassmethod', 'abstractmethod', 'abstractproperty', 'abstractstaticmethod',
           'get_cache_token', 'update_abstractmethods']


def abstractmethod(funcobj):
    """Mark a method as abstract: a class whose metaclass is ABCMeta has no instances until it is overridden."""
    funcobj.__isabstractmethod__ = True
    return funcobj


def _marks_callable(cls):
    """Class decorator: the callable that an instance wraps is abstract, and so is the instance."""
    def __init__(self, callable):
        super(cls, self).__init__(abstractmethod(callable))
    __init__.__qualname__ = f'{cls.__name__}.__init__'
    cls.__init__ = __init__
    cls.__isabstractmethod__ = True
    return cls


@_marks_callable
class abstractclassmethod(classmethod):
    """A class method that is abstract; classmethod and abstractmethod together say the same."""


@_marks_callable
class abstractstaticmethod(staticmethod):
    """A static method that is abstract; staticmethod and abstractmethod together say the same."""


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


def _recognized_by(*names):
    """Class decorator for an abstract base class whose subclasses are all classes that define these methods.

    None as one of them says that the class does not have it. A class derived from the decorated one demands more than
    its methods, and recognizes by inheritance and registration only.
    """
    def decorate(wanted):
        def __subclasshook__(cls, C):
            return _defines(C, names) if cls is wanted else NotImplemented
        __subclasshook__.__qualname__ = f'{wanted.__name__}.__subclasshook__'
        wanted.__subclasshook__ = classmethod(__subclasshook__)
        return wanted
    return decorate


def _defines(cls, names):
    """True if the class, or one of its bases, defines each of the names, none of them as None; else NotImplemented."""
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True
