"""The classes of collections.abc that stand for few methods: what is hashable, called, iterated over, awaited."""

import sys
from abc import ABCMeta, _recognized_by, abstractmethod

GenericAlias = type(list[int])


# --- one special method each -----------------------------------------------------------------------------------------

@_recognized_by('__hash__')
class Hashable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0


@_recognized_by('__call__')
class Callable(metaclass=ABCMeta):
    __slots__ = ()

    @classmethod
    def __class_getitem__(cls, parameters):
        if not isinstance(parameters, tuple) or len(parameters) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        arguments, result = parameters
        if isinstance(arguments, (tuple, list)):
            return GenericAlias(cls, (*arguments, result))
        return GenericAlias(cls, parameters)

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False


@_recognized_by('__len__')
class Sized(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0


@_recognized_by('__contains__')
class Container(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __contains__(self, x):
        return False


if sys.version_info >= (3, 12):
    @_recognized_by('__buffer__')
    class Buffer(metaclass=ABCMeta):
        __module__ = 'collections.abc'
        __slots__ = ()

        @abstractmethod
        def __buffer__(self, flags, /):
            raise NotImplementedError

    Buffer.register(bytes)
    Buffer.register(bytearray)


# --- iteration -------------------------------------------------------------------------------------------------------

@_recognized_by('__iter__')
class Iterable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __iter__(self):
        yield from ()


@_recognized_by('__iter__', '__reversed__')
class Reversible(Iterable):
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        yield from ()


@_recognized_by('__len__', '__iter__', '__contains__')
class Collection(Sized, Iterable, Container):
    __slots__ = ()


@_recognized_by('__iter__', '__next__')
class Iterator(Iterable):
    __slots__ = ()

    def __iter__(self):
        return self

    @abstractmethod
    def __next__(self):
        raise StopIteration


def _raise(typ, val, tb):
    """What throw() does that has nowhere to throw an exception into."""
    if val is None:
        if tb is None:
            raise typ
        val = typ()
    if tb is not None:
        val = val.with_traceback(tb)
    raise val


def _close(throw, kind):
    """End a generator or coroutine by its method throw(); returns what it returns then."""
    try:
        throw(GeneratorExit)
    except GeneratorExit:
        return None
    except StopIteration as stopped:
        return stopped.value
    raise RuntimeError(f'{kind} ignored GeneratorExit')


@_recognized_by('__iter__', '__next__', 'send', 'throw', 'close')
class Generator(Iterator):
    """What is resumed by send() and throw(); close() and the methods of an iterator follow from these."""

    __slots__ = ()

    @abstractmethod
    def send(self, value):
        """Go on with a value for the yield; returns what is yielded next, or raises StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Go on with an exception at the yield; returns what is yielded next, or raises StopIteration."""
        _raise(typ, val, tb)

    def __next__(self):
        return self.send(None)

    def close(self):
        """Raise GeneratorExit at the yield."""
        result = _close(self.throw, 'generator')
        return result if sys.version_info >= (3, 13) else None


# --- await and asynchronous iteration --------------------------------------------------------------------------------

@_recognized_by('__await__')
class Awaitable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __await__(self):
        yield


@_recognized_by('__await__', 'send', 'throw', 'close')
class Coroutine(Awaitable):
    """What is awaited, and resumed by send() and throw()."""

    __slots__ = ()

    @abstractmethod
    def send(self, value):
        """Go on with a value for the await; returns what is yielded next, or raises StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Go on with an exception at the await; returns what is yielded next, or raises StopIteration."""
        _raise(typ, val, tb)

    def close(self):
        """Raise GeneratorExit at the await."""
        _close(self.throw, 'coroutine')


@_recognized_by('__aiter__')
class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()


@_recognized_by('__aiter__', '__anext__')
class AsyncIterator(AsyncIterable):
    __slots__ = ()

    def __aiter__(self):
        return self

    @abstractmethod
    async def __anext__(self):
        """The next item, or StopAsyncIteration."""
        raise StopAsyncIteration


@_recognized_by('__aiter__', '__anext__', 'asend', 'athrow', 'aclose')
class AsyncGenerator(AsyncIterator):
    """What asend() and athrow() resume; aclose() and the methods of an asynchronous iterator follow from these."""

    __slots__ = ()

    @abstractmethod
    async def asend(self, value):
        """As send() of a generator; the end is StopAsyncIteration."""
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        """As throw() of a generator; the end is StopAsyncIteration."""
        _raise(typ, val, tb)

    async def __anext__(self):
        return await self.asend(None)

    async def aclose(self):
        """Raise GeneratorExit at the yield."""
        try:
            await self.athrow(GeneratorExit)
        except (StopAsyncIteration, GeneratorExit):
            return
        raise RuntimeError('asynchronous generator ignored GeneratorExit')


for _cls in (Hashable, Callable, Sized, Container, Iterable, Reversible, Collection, Iterator, Generator, Awaitable,
             Coroutine, AsyncIterable, AsyncIterator, AsyncGenerator):
    _cls.__module__ = 'collections.abc'
del _cls
