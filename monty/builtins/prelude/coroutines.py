"""Generators, coroutines and asynchronous generators: what waits for them, and their methods that need more than one step."""


def delegate_next(iterator):
    return next(iterator)


def delegate_send(iterator, value):
    return iterator.send(value)


def delegate_throw(iterator, exception):
    throw = getattr(iterator, 'throw', None)
    if throw is None:
        raise exception
    return throw(exception)


def exception_to_throw(kind, value, traceback):
    if traceback is not None and type(traceback).__name__ != 'traceback':
        raise TypeError('throw() third argument must be a traceback object')
    if isinstance(kind, BaseException):
        if value is not None:
            raise TypeError('instance exception may not have a separate value')
        exception = kind
    elif not (isinstance(kind, type) and issubclass(kind, BaseException)):
        raise TypeError('exceptions must be classes or instances deriving from BaseException, '
                        f'not {type(kind).__name__}')
    elif isinstance(value, kind):
        exception = value
    else:
        # What goes wrong while the exception is made is thrown in its place.
        try:
            if value is None:
                exception = kind()
            elif isinstance(value, tuple):
                exception = kind(*value)
            else:
                exception = kind(value)
            if not isinstance(exception, BaseException):
                raise TypeError(f'calling {kind!r} should have returned an instance of BaseException, '
                                f'not {type(exception).__name__}')
        except BaseException as error:
            exception = error
    if traceback is not None:
        exception.__traceback__ = traceback
    return exception


def generator_throw(generator, kind, value=None, traceback=None, /):
    exception = exception_to_throw(kind, value, traceback)
    delegate = _generator_delegate(generator)
    if delegate is None or not isinstance(exception, GeneratorExit):
        return generator.throw(exception)
    error = close_delegates(delegate)
    return _throw_here(generator, exception if error is None else error)


def close_delegates(delegate):
    """Close what a generator waits for, the innermost first; returns the exception that comes out of it, or None."""
    chain = []
    while delegate is not None:
        chain.append(delegate)
        delegate = _generator_delegate(delegate)
    error = None
    while chain:
        delegate = chain.pop()
        try:
            if not _is_generator(delegate):
                error = None
                close = getattr(delegate, 'close', None)
                if close is not None:
                    close()
            elif error is not None or _generator_state(delegate) == 1:
                _throw_here(delegate, GeneratorExit() if error is None else error)
                error = RuntimeError(f'{_generator_noun(delegate)} ignored GeneratorExit')
            else:
                delegate.close()
        except (GeneratorExit, StopIteration):
            error = None
        except BaseException as raised:
            error = raised
    return error


def generator_close(generator, /):
    delegate = _generator_delegate(generator)
    error = None if delegate is None else close_delegates(delegate)
    try:
        _throw_here(generator, GeneratorExit() if error is None else error)
    except GeneratorExit:
        return None
    except StopIteration as stop:
        return stop.value if _host_minor() >= 13 else None
    raise RuntimeError(f'{_generator_noun(generator)} ignored GeneratorExit')


def finish_dropped(value):
    try:
        if _is_generator(value):
            generator_close(value)
        else:
            method = _special(value, '__del__')
            if not _is_missing(method):
                method()
    except BaseException:
        # CPython prints it on stderr and goes on.
        return


def awaiter_of(method):
    iterator = method()
    if type(iterator).__name__ == 'coroutine':
        raise TypeError('__await__() returned a coroutine')
    if not _is_iterator(iterator):
        raise TypeError(f"__await__() returned non-iterator of type '{type(iterator).__name__}'")
    return iterator


def coroutine_wrapper(coroutine, /):
    return (yield from coroutine)


# --- asynchronous iteration ---------------------------------------------------------------------------------------


def async_iterator_of(iterable):
    method = _find_special(iterable, '__aiter__')
    if method is None:
        raise TypeError(f"'async for' requires an object with __aiter__ method, got {type(iterable).__name__}")
    iterator = method()
    if _find_special(iterator, '__anext__') is None:
        raise TypeError("'async for' received an object from __aiter__ that does not implement __anext__: "
                        f'{type(iterator).__name__}')
    return iterator


def aiter(async_iterable, /):
    method = _find_special(async_iterable, '__aiter__')
    if method is None:
        raise TypeError(f"'{type(async_iterable).__name__}' object is not an async iterable")
    iterator = method()
    if _find_special(iterator, '__anext__') is None:
        raise TypeError(f"aiter() returned not an async iterator of type '{type(iterator).__name__}'")
    return iterator


def anext(async_iterator, *default):
    if len(default) > 1:
        raise TypeError(f'anext expected at most 2 arguments, got {1 + len(default)}')
    method = _find_special(async_iterator, '__anext__')
    if method is None:
        raise TypeError(f"'{type(async_iterator).__name__}' object is not an async iterator")
    awaitable = method()
    if not default:
        return awaitable
    return anext_or_default(awaitable, default[0])


def anext_or_default(awaitable, default):
    try:
        return (yield from await_item(awaitable))
    except StopAsyncIteration:
        return default


async def await_item(awaitable):
    return await awaitable


def async_generator_anext(generator, /):
    return async_generator_send(generator, None, 'anext')


def async_generator_asend(generator, value, /):
    return async_generator_send(generator, value, 'asend')


def async_generator_send(generator, value, name):
    if not _async_generator_enter(generator):
        raise RuntimeError(f'{name}(): asynchronous generator is already running')
    try:
        _async_generator_prime(generator, value)
        return (yield from generator)
    finally:
        _async_generator_leave(generator)


def async_generator_athrow(generator, kind, value=None, traceback=None, /):
    return async_generator_throw(generator, kind, value, traceback)


def async_generator_throw(generator, kind, value, traceback):
    if _generator_state(generator) == 3:
        return None
    if not _async_generator_enter(generator):
        raise RuntimeError('athrow(): asynchronous generator is already running')
    try:
        _async_generator_prime_throw(generator, exception_to_throw(kind, value, traceback))
        return (yield from generator)
    finally:
        _async_generator_leave(generator)


def async_generator_aclose(generator, /):
    return async_generator_close(generator)


def async_generator_close(generator):
    state = _generator_state(generator)
    if state == 0 or state == 3:
        _generator_finish(generator)
        return None
    if not _async_generator_enter(generator):
        raise RuntimeError('aclose(): asynchronous generator is already running')
    try:
        _async_generator_prime_throw(generator, GeneratorExit())
        yield from generator
    except (StopAsyncIteration, GeneratorExit):
        return None
    finally:
        _async_generator_leave(generator)
    raise RuntimeError('async generator ignored GeneratorExit')
