"""The module contextlib: helpers for the statement `with`."""

import abc
import sys
from functools import wraps

__all__ = [
    'asynccontextmanager', 'contextmanager', 'closing', 'nullcontext', 'AbstractContextManager',
    'AbstractAsyncContextManager', 'AsyncExitStack', 'ContextDecorator', 'ExitStack', 'suppress', 'aclosing',
    'AsyncContextDecorator',
]

GenericAlias = type(list[int])
GeneratorType = type(_ for _ in ())


@abc._recognized_by('__enter__', '__exit__')
class AbstractContextManager(abc.ABC):
    __slots__ = ()

    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    __class_getitem__ = classmethod(GenericAlias)


@abc._recognized_by('__aenter__', '__aexit__')
class AbstractAsyncContextManager(abc.ABC):
    __slots__ = ()

    async def __aenter__(self):
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    __class_getitem__ = classmethod(GenericAlias)


class ContextDecorator:
    def _recreate_cm(self):
        # A context manager that can be entered only once gives a fresh one here.
        return self

    def __call__(self, func):
        @wraps(func)
        def decorated(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return decorated


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def decorated(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return decorated


# --- generators as context managers ----------------------------------------------------------------------------------

_nothing = object()


class _GeneratorManager:
    """What the context managers made of generator functions have in common."""

    def __init__(self, func, args, kwds):
        self.func = func
        self.args = args
        self.kwds = kwds
        self.gen = func(*args, **kwds)
        doc = getattr(func, '__doc__', None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)

    def _forget_arguments(self):
        # They are for making it again, which is over once it is entered; and they may be large. (An attribute that is
        # deleted would take the instance out of its class's layout.)
        self.args = self.kwds = self.func = None


def _came_through(error, thrown, traceback, ends):
    """Is `error`, which the generator raised, the exception that was thrown into it?

    One of the types `ends` cannot leave a generator as itself: it comes out as the cause of a RuntimeError. An
    exception that came through has the traceback that it had before.
    """
    disguised = isinstance(error, RuntimeError) and isinstance(thrown, ends) and error.__cause__ is thrown
    if error is not thrown and not disguised:
        return False
    thrown.__traceback__ = traceback
    return True


def _did_not_stop(typ, throwing):
    return RuntimeError("generator didn't stop" if typ is None else f"generator didn't stop after {throwing}()")


class _GeneratorContextManager(_GeneratorManager, AbstractContextManager, ContextDecorator):
    def __enter__(self):
        self._forget_arguments()
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        generator = self.gen
        if typ is None and type(generator) is GeneratorType:
            # As next() below, without an exception for what is the rule.
            for _ in generator:
                break
            else:
                return False
            return self._fail(typ)
        if typ is not None and value is None:
            value = typ()
        try:
            if typ is None:
                next(generator)
            else:
                generator.throw(value)
        except StopIteration as stopped:
            # The generator has swallowed the exception, unless this is the very one that the block raised.
            return typ is not None and stopped is not value
        except BaseException as error:
            if _came_through(error, value, traceback, StopIteration):
                return False
            raise
        self._fail(typ)

    def _fail(self, typ):
        try:
            raise _did_not_stop(typ, 'throw')
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorManager, AbstractAsyncContextManager, AsyncContextDecorator):
    async def __aenter__(self):
        self._forget_arguments()
        value = await anext(self.gen, _nothing)
        if value is _nothing:
            raise RuntimeError("generator didn't yield") from None
        return value

    async def __aexit__(self, typ, value, traceback):
        if typ is not None and value is None:
            value = typ()
        try:
            if typ is None:
                await anext(self.gen)
            else:
                await self.gen.athrow(value)
        except StopAsyncIteration as stopped:
            return typ is not None and stopped is not value
        except BaseException as error:
            if _came_through(error, value, traceback, (StopIteration, StopAsyncIteration)):
                return False
            raise
        try:
            raise _did_not_stop(typ, 'athrow')
        finally:
            await self.gen.aclose()


def _maker(manager, func):
    @wraps(func)
    def make(*args, **kwds):
        return manager(func, args, kwds)
    return make


def contextmanager(func):
    """Decorator that makes a context manager of a generator function.

    What the generator yields, once, is what `with` binds; what stands behind the yield runs when the block is left,
    and an exception of the block is raised at the yield.
    """
    return _maker(_GeneratorContextManager, func)


def asynccontextmanager(func):
    """Decorator that makes an asynchronous context manager of an asynchronous generator function."""
    return _maker(_AsyncGeneratorContextManager, func)


# --- small context managers ------------------------------------------------------------------------------------------

class closing(AbstractContextManager):
    """Context manager that calls the close method of a thing at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *_):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Async context manager that awaits the aclose method of a thing at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *_):
        await self.thing.aclose()


class suppress(AbstractContextManager):
    """Context manager that swallows exceptions of the given types: the program goes on after the with statement."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __exit__(self, typ, value, traceback):
        if typ is None:
            return None
        if issubclass(typ, self._exceptions):
            return True
        if sys.version_info >= (3, 12) and issubclass(typ, BaseExceptionGroup):
            _, rest = value.split(self._exceptions)
            if rest is None:
                return True
            raise rest
        return False

    def __enter__(self):
        return None


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Context manager that does nothing: for where one is needed, and there is nothing to manage."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    async def __aenter__(self):
        return self.enter_result

    def __exit__(self, *_):
        return None

    async def __aexit__(self, *_):
        return None


# --- stacks ----------------------------------------------------------------------------------------------------------

def _chain_context(error, old, outer):
    """Make `old` the end of the chain of contexts of `error`, as nested with statements would have done.

    outer: the exception that was being handled when the stack was left: the chain is not followed into it.
    """
    while True:
        context = error.__context__
        if context is None or context is old:
            return
        if context is outer:
            break
        error = context
    error.__context__ = old


class _Unwinding:
    """What becomes of the exception of a block on its way through the callbacks of a stack."""

    __slots__ = ('pending', 'received', 'outer', 'swallowed', 'replaced')

    def __init__(self, pending):
        self.pending = pending
        self.received = pending is not None
        self.outer = sys.exc_info()[1]
        self.swallowed = False
        self.replaced = False

    def details(self):
        """The three arguments for the next callback."""
        pending = self.pending
        return (None, None, None) if pending is None else (type(pending), pending, pending.__traceback__)

    def answered(self, gone):
        """A callback has returned."""
        if gone and self.pending is not None:
            self.pending = None
            self.swallowed = True
            self.replaced = False

    def failed(self, error):
        """A callback has raised."""
        _chain_context(error, self.pending, self.outer)
        self.pending = error
        self.replaced = True

    def finish(self):
        """Raise what a callback raised last, or say whether the exception of the block is swallowed."""
        if not self.replaced:
            return self.received and self.swallowed
        # raise sets the context to what is being handled; the one that was worked out stays.
        context = self.pending.__context__
        try:
            raise self.pending
        except BaseException:
            self.pending.__context__ = context
            raise


def _lookup_special(cm, enter, leave, protocol):
    cls = type(cm)
    try:
        entered = getattr(cls, enter)
        left = getattr(cls, leave)
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does "
                        f'not support the {protocol} protocol') from None
    return entered, left


class _BaseExitStack:
    """What ExitStack and AsyncExitStack have in common: a list of (is_sync, callback)."""

    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        other = type(self)()
        other._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = []
        return other

    def push(self, exit):
        leave = getattr(type(exit), '__exit__', None)
        if leave is None:
            self._exit_callbacks.append((True, exit))
        else:
            self._push_exit(True, exit, leave)
        return exit

    def enter_context(self, cm):
        enter, leave = _lookup_special(cm, '__enter__', '__exit__', 'context manager')
        result = enter(cm)
        self._push_exit(True, cm, leave)
        return result

    def callback(self, callback, /, *args, **kwds):
        def leave(exc_type, exc, tb):
            callback(*args, **kwds)
        leave.__wrapped__ = callback
        self._exit_callbacks.append((True, leave))
        return callback

    def _push_exit(self, is_sync, cm, leave):
        self._exit_callbacks.append((is_sync, _bind(cm, leave)))


def _bind(cm, leave):
    """The method of a context manager, bound to it."""
    bind = getattr(type(leave), '__get__', None)
    if bind is None:
        return lambda *exc_info: leave(cm, *exc_info)
    return bind(leave, cm, type(cm))


class ExitStack(_BaseExitStack, AbstractContextManager):
    """Context manager that leaves others, and calls functions, which were put on it while its block ran."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        unwinding = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            _, leave = self._exit_callbacks.pop()
            try:
                unwinding.answered(leave(*unwinding.details()))
            except BaseException as error:
                unwinding.failed(error)
        return unwinding.finish()

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """As ExitStack; what is put on it may be asynchronous too."""

    async def enter_async_context(self, cm):
        enter, leave = _lookup_special(cm, '__aenter__', '__aexit__', 'asynchronous context manager')
        result = await enter(cm)
        self._push_exit(False, cm, leave)
        return result

    def push_async_exit(self, exit):
        leave = getattr(type(exit), '__aexit__', None)
        if leave is None:
            self._exit_callbacks.append((False, exit))
        else:
            self._push_exit(False, exit, leave)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def leave(exc_type, exc, tb):
            await callback(*args, **kwds)
        leave.__wrapped__ = callback
        self._exit_callbacks.append((False, leave))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        unwinding = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            is_sync, leave = self._exit_callbacks.pop()
            try:
                gone = leave(*unwinding.details())
                unwinding.answered(gone if is_sync else await gone)
            except BaseException as error:
                unwinding.failed(error)
        return unwinding.finish()
