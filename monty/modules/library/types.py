"""The module types: names for types that have none among the builtins, and making classes by calls."""

import sys

from _monty import _builtin_class, _makes_coroutine

# --- types of what the language makes --------------------------------------------------------------------------------


def _function():
    pass


def _generator_function():
    yield


async def _coroutine_function():
    pass


async def _async_generator_function():
    yield


def _cell():
    held = None

    def inner():
        return held
    return inner.__closure__[0]


class _Class:
    __slots__ = ('slot',)

    def method(self):
        pass


def _type_of(name, make):
    """The type of what make() gives; where this interpreter has no such objects, a type that nothing is of."""
    try:
        return type(make())
    except (AttributeError, KeyError, TypeError):
        return type(name, (), {'__module__': 'builtins', '__slots__': ()})


FunctionType = LambdaType = type(_function)
CodeType = _type_of('code', lambda: _function.__code__)
MappingProxyType = type(type.__dict__)
GeneratorType = type(_generator_function())
AsyncGeneratorType = type(_async_generator_function())
_coroutine = _coroutine_function()
CoroutineType = type(_coroutine)
_coroutine.close()
CellType = _type_of('cell', _cell)
MethodType = type(_Class().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
WrapperDescriptorType = _type_of('wrapper_descriptor', lambda: int.__add__)
MethodWrapperType = _type_of('method-wrapper', lambda: object().__str__)
MethodDescriptorType = _type_of('method_descriptor', lambda: str.join)
ClassMethodDescriptorType = _type_of('classmethod_descriptor', lambda: dict.__dict__['fromkeys'])
ModuleType = type(sys)
MemberDescriptorType = type(_Class.slot)
GetSetDescriptorType = _type_of('getset_descriptor', lambda: FunctionType.__code__)
GenericAlias = type(list[int])
UnionType = type(int | str)
EllipsisType = type(...)
NoneType = type(None)
NotImplementedType = type(NotImplemented)


# No traceback shows the frames of a library module.
TracebackType = _builtin_class('traceback')
FrameType = _builtin_class('frame')

_names = [
    'AsyncGeneratorType', 'BuiltinFunctionType', 'BuiltinMethodType', 'CellType', 'ClassMethodDescriptorType',
    'CodeType', 'CoroutineType', 'EllipsisType', 'FrameType', 'FunctionType', 'GeneratorType', 'GenericAlias',
    'GetSetDescriptorType', 'LambdaType', 'MappingProxyType', 'MemberDescriptorType', 'MethodDescriptorType',
    'MethodType', 'MethodWrapperType', 'ModuleType', 'NoneType', 'NotImplementedType', 'TracebackType', 'UnionType',
    'WrapperDescriptorType',
]

# --- making classes --------------------------------------------------------------------------------------------------


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Make a class as the class statement does. exec_body() gets the namespace and fills it."""
    resolved = resolve_bases(bases)
    metaclass, namespace, keywords = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace['__orig_bases__'] = bases
    return metaclass(name, resolved, namespace, **keywords)


def resolve_bases(bases):
    """The bases with those that have __mro_entries__ replaced by what it gives; the same object if there are none."""
    resolved = []
    changed = False
    for base in bases:
        if isinstance(base, type) or not hasattr(base, '__mro_entries__'):
            resolved.append(base)
            continue
        entries = base.__mro_entries__(bases)
        changed = True
        if not isinstance(entries, tuple):
            raise TypeError('__mro_entries__ must return a tuple')
        resolved.extend(entries)
    return tuple(resolved) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace it prepares and the keywords without `metaclass`, for a class still to be made."""
    keywords = {} if kwds is None else dict(kwds)
    if 'metaclass' in keywords:
        metaclass = keywords.pop('metaclass')
    else:
        metaclass = type(bases[0]) if bases else type
    if isinstance(metaclass, type):
        metaclass = _most_derived(metaclass, bases)
    if hasattr(metaclass, '__prepare__'):
        namespace = metaclass.__prepare__(name, bases, **keywords)
    else:
        namespace = {}
    return metaclass, namespace, keywords


def _most_derived(metaclass, bases):
    winner = metaclass
    for base in bases:
        other = type(base)
        if issubclass(winner, other):
            continue
        if not issubclass(other, winner):
            raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the '
                            'metaclasses of all its bases')
        winner = other
    return winner


def get_original_bases(cls, /):
    """The bases as the class statement names them, before __mro_entries__."""
    try:
        return cls.__dict__.get('__orig_bases__', cls.__bases__)
    except AttributeError:
        raise TypeError(f'Expected an instance of type, not {type(cls).__name__!r}') from None


# --- objects ---------------------------------------------------------------------------------------------------------

# The namespaces whose text is being made: an object that holds itself is shown as ... there.
_shown = []


class SimpleNamespace:
    """A simple attribute-based namespace."""

    if sys.version_info >= (3, 13):
        def __init__(self, mapping_or_iterable=(), /, **kwargs):
            given = dict(mapping_or_iterable)
            for name in given:
                if not isinstance(name, str):
                    raise TypeError('keywords must be strings')
            self.__dict__.update(given)
            self.__dict__.update(kwargs)

        def __replace__(self, /, **kwargs):
            copied = type(self)()
            copied.__dict__.update(self.__dict__)
            copied.__dict__.update(kwargs)
            return copied
    else:
        def __init__(self, /, **kwargs):
            self.__dict__.update(kwargs)

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        for other in _shown:
            if other is self:
                return f'{name}(...)'
        _shown.append(self)
        try:
            return f'{name}({", ".join([f"{key}={value!r}" for key, value in self.__dict__.items()])})'
        finally:
            _shown.pop()

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None

    def __lt__(self, other):
        return self.__dict__ < other.__dict__ if isinstance(other, SimpleNamespace) else NotImplemented

    def __le__(self, other):
        return self.__dict__ <= other.__dict__ if isinstance(other, SimpleNamespace) else NotImplemented

    def __gt__(self, other):
        return self.__dict__ > other.__dict__ if isinstance(other, SimpleNamespace) else NotImplemented

    def __ge__(self, other):
        return self.__dict__ >= other.__dict__ if isinstance(other, SimpleNamespace) else NotImplemented


class DynamicClassAttribute:
    """A property for instances only: through the class the name is looked for with the metaclass's __getattr__."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or getattr(fget, '__doc__', None)
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, '__isabstractmethod__', False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        if self.fget is None:
            raise AttributeError('unreadable attribute')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        """A copy with another function that reads."""
        copied = type(self)(fget, self.fset, self.fdel, (fget.__doc__ if self.overwrite_doc else None) or self.__doc__)
        copied.overwrite_doc = self.overwrite_doc
        return copied

    def setter(self, fset):
        """A copy with another function that writes."""
        copied = type(self)(self.fget, fset, self.fdel, self.__doc__)
        copied.overwrite_doc = self.overwrite_doc
        return copied

    def deleter(self, fdel):
        """A copy with another function that deletes."""
        copied = type(self)(self.fget, self.fset, fdel, self.__doc__)
        copied.overwrite_doc = self.overwrite_doc
        return copied


class _Awaitable:
    """A generator that `await` takes."""

    def __init__(self, generator):
        self._generator = generator
        self.__name__ = getattr(generator, '__name__', None)
        self.__qualname__ = getattr(generator, '__qualname__', None)

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._generator)

    def send(self, value):
        """As the generator's."""
        return self._generator.send(value)

    def throw(self, *args):
        """As the generator's."""
        return self._generator.throw(*args)

    def close(self):
        """As the generator's."""
        return self._generator.close()


def coroutine(func):
    """Make what a generator function gives something that `await` takes."""
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    if _makes_coroutine(func):
        return func

    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if isinstance(made, CoroutineType):
            return made
        if hasattr(made, 'send') and hasattr(made, 'throw') and hasattr(made, 'close') and not hasattr(made, '__await__'):
            return _Awaitable(made)
        return made
    for name in ('__module__', '__name__', '__qualname__', '__doc__'):
        if hasattr(func, name):
            setattr(wrapped, name, getattr(func, name))
    wrapped.__wrapped__ = func
    return wrapped


if sys.version_info >= (3, 12):
    __all__ = _names + ['DynamicClassAttribute', 'SimpleNamespace', 'coroutine', 'get_original_bases', 'new_class',
                        'prepare_class', 'resolve_bases']
else:
    del get_original_bases
    __all__ = _names + ['DynamicClassAttribute', 'SimpleNamespace', 'coroutine', 'new_class', 'prepare_class',
                        'resolve_bases']
del sys
