"""Running a function on a stack that is large enough, whatever the stack of the calling thread.

CPython's parser, and the compiler where it is compiled to C, recurse on the C stack as deep as a program is nested. Their
bounds for that suit the stack of a main thread. A host may call from a thread with a much smaller one.
"""

from __future__ import annotations

import _thread
import threading
from collections.abc import Callable
from typing import Any, TypeVar

Result = TypeVar('Result')

LARGE = 8 * 1024 * 1024

# A text no longer than this, with no more brackets than this, needs less than 150 KB of C stack, whatever it says.
SMALL_TEXT = 400
FEW_BRACKETS = 30

_size_lock = _thread.allocate_lock()
# The threads that were started here.
_large_threads: set[int] = set()


def is_small(text: str) -> bool:
    """Return whether a program is so small that it cannot be nested deeply."""
    return len(text) <= SMALL_TEXT and text.count('(') + text.count('[') + text.count('{') <= FEW_BRACKETS


def has_large_stack() -> bool:
    """Return whether the calling thread has a large stack: the main thread, or one started here."""
    ident = _thread.get_ident()
    return ident == threading.main_thread().ident or ident in _large_threads


def call_on_large_stack(function: Callable[..., Result], *arguments: Any) -> Result:
    """Return what a function returns, or raise what it raises, run on a thread of its own with a large stack."""
    outcome: list[Any] = []
    done = _thread.allocate_lock()
    done.acquire()

    def work() -> None:
        ident = _thread.get_ident()
        _large_threads.add(ident)
        try:
            outcome.append(function(*arguments))
        except BaseException as error:
            # The frames must die here: they may hold a deep tree, and freeing that takes stack, too.
            outcome.append(_Raised(error.with_traceback(None)))
        finally:
            _large_threads.discard(ident)
            done.release()

    with _size_lock:
        # The size holds for every thread made from here on; one that another thread starts at this moment gets more
        # stack than it needs.
        previous = threading.stack_size(LARGE)
        try:
            _thread.start_new_thread(work, ())
        finally:
            threading.stack_size(previous)
    done.acquire()
    result = outcome[0]
    if isinstance(result, _Raised):
        raise result.error
    return result


class _Raised:
    """An exception on its way from one thread to another."""

    __slots__ = ('error',)

    def __init__(self, error: BaseException) -> None:
        self.error = error
