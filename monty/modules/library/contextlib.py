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


def _defines(cls, *names):
    """Does the class, or one of its bases, define all of the names, none of them as None?"""
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class AbstractContextManager(abc.ABC):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            return _defines(C, '__enter__', '__exit__')
        return NotImplemented


class AbstractAsyncContextManager(abc.ABC):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    async def __aenter__(self):
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractAsyncContextManager:
            return _defines(C, '__aenter__', '__aexit__')
        return NotImplemented


class ContextDecorator:
    def _recreate_cm(self):
        # A context manager that can be entered only once gives a fresh one here.
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


# --- generators as context managers ----------------------------------------------------------------------------------

class _GeneratorManager:
    """What the context managers made of generator functions have in common."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, '__doc__', None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)


def _is_disguised(error, value):
    """Was `value`, a StopIteration or StopAsyncIteration, thrown in and turned into the RuntimeError `error`?"""
    return isinstance(value, (StopIteration, StopAsyncIteration)) and error.__cause__ is value


class _GeneratorContextManager(_GeneratorManager, AbstractContextManager, ContextDecorator):
    def __enter__(self):
        # What is needed to make it again is no longer needed: it may hold large objects.
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as stopped:
            # Swallowed, unless it is the very exception that the block raised.
            return stopped is not value
        except RuntimeError as error:
            if error is value:
                error.__traceback__ = traceback
                return False
            if _is_disguised(error, value):
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            error.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorManager, AbstractAsyncContextManager, AsyncContextDecorator):
    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                await self.gen.aclose()
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as stopped:
            return stopped is not value
        except RuntimeError as error:
            if error is value:
                error.__traceback__ = traceback
                return False
            if _is_disguised(error, value):
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            error.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """Decorator that makes a context manager of a generator function.

    What the generator yields, once, is what `with` binds; what stands behind the yield runs when the block is left,
    and an exception of the block is raised at the yield.
    """
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


def asynccontextmanager(func):
    """Decorator that makes an asynchronous context manager of an asynchronous generator function."""
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


# --- small context managers ------------------------------------------------------------------------------------------

class closing(AbstractContextManager):
    """Context manager that calls the close method of a thing at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Async context manager that awaits the aclose method of a thing at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class suppress(AbstractContextManager):
    """Context manager to suppress specified exceptions.

    After the exception is suppressed, execution proceeds with the next statement following the with statement.
    """

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        if issubclass(exctype, self._exceptions):
            return True
        if sys.version_info >= (3, 12) and issubclass(exctype, BaseExceptionGroup):
            _, rest = excinst.split(self._exceptions)
            if rest is None:
                return True
            raise rest
        return False


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Context manager that does no additional processing."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


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
    """Context manager for dynamic management of a stack of exit callbacks."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        pending = exc_details[1]
        received = pending is not None
        outer = sys.exc_info()[1]
        swallowed = False
        replaced = False
        callbacks = self._exit_callbacks
        while callbacks:
            is_sync, leave = callbacks.pop()
            try:
                if pending is None:
                    gone = leave(None, None, None)
                else:
                    gone = leave(type(pending), pending, pending.__traceback__)
                if gone and (pending is not None):
                    swallowed = True
                    replaced = False
                    pending = None
            except BaseException as error:
                _chain_context(error, pending, outer)
                pending = error
                replaced = True
        return _finish(pending, replaced, received and swallowed)

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """Async context manager for dynamic management of a stack of exit callbacks."""

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
        pending = exc_details[1]
        received = pending is not None
        outer = sys.exc_info()[1]
        swallowed = False
        replaced = False
        callbacks = self._exit_callbacks
        while callbacks:
            is_sync, leave = callbacks.pop()
            try:
                if pending is None:
                    gone = leave(None, None, None)
                else:
                    gone = leave(type(pending), pending, pending.__traceback__)
                if not is_sync:
                    gone = await gone
                if gone and (pending is not None):
                    swallowed = True
                    replaced = False
                    pending = None
            except BaseException as error:
                _chain_context(error, pending, outer)
                pending = error
                replaced = True
        return _finish(pending, replaced, received and swallowed)


def _finish(pending, replaced, swallowed):
    """The end of a stack: raise what a callback raised last, or say whether the block's exception is swallowed."""
    if replaced:
        # raise sets the context to what is being handled; the one that was worked out stays.
        context = pending.__context__
        try:
            raise pending
        except BaseException:
            pending.__context__ = context
            raise
    return swallowed
