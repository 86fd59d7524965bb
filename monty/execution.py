"""``MontySnapshot`` and ``MontyComplete``: an execution that is paused at a host call, and one that is done."""

from __future__ import annotations

from typing import Any

from .errors import MontyConversionError
from .program import Execution, execution_answer, execution_raise, execution_result, execution_step

_MISSING: Any = object()


class MontyComplete:
    """A program that ran to its end.

    Attributes:
        output: the value of the program.
    """

    __slots__ = ('output', '_execution')

    output: Any

    def __init__(self, output: Any, execution: Execution) -> None:
        self.output = output
        self._execution = execution

    @property
    def usage(self) -> dict[str, Any]:
        """What the run used, see ``Monty.usage``."""
        return self._execution.usage

    def __repr__(self) -> str:
        return f'MontyComplete(output={self.output!r})'


class MontySnapshot:
    """A program that is paused at a call of a host function; ``resume`` it once.

    Attributes:
        script_name: the script that is paused.
        function_name: the host function it calls.
        args: the positional arguments.
        kwargs: the keyword arguments.
        call_id: number of the call in its run, from 1.
    """

    __slots__ = ('script_name', 'function_name', 'args', 'kwargs', 'call_id', '_execution')

    script_name: str
    function_name: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    call_id: int

    def __init__(self, execution: Execution, script_name: str, name: str, args: tuple[Any, ...], kwargs: dict[str, Any],
                 call_id: int) -> None:
        self._execution: Execution | None = execution
        self.script_name = script_name
        self.function_name = name
        self.args = args
        self.kwargs = kwargs
        self.call_id = call_id

    def resume(self, *, return_value: Any = _MISSING, exception: BaseException = _MISSING,
               ) -> MontySnapshot | MontyComplete:
        """Go on, with the value the call returns or the exception it raises.

        Raises:
            RuntimeError: it was resumed before.
            TypeError: neither or both of return_value and exception were given.
            MontyRuntimeError: the program failed.
            MontyConversionError: the value cannot cross; the snapshot can be resumed with another one.
        """
        if (return_value is _MISSING) == (exception is _MISSING):
            raise TypeError('resume() takes either return_value or exception')
        if exception is not _MISSING and not isinstance(exception, BaseException):
            raise TypeError(f'exception must be an exception, not {type(exception).__name__}')
        execution = self._execution
        if execution is None:
            raise RuntimeError('this snapshot was resumed before')
        self._execution = None
        if exception is not _MISSING:
            execution_raise(execution, exception)
        else:
            try:
                execution_answer(execution, return_value)
            except MontyConversionError:
                self._execution = execution
                raise
        return next_stop(execution, self.script_name)

    def __repr__(self) -> str:
        return f'MontySnapshot(function_name={self.function_name!r}, args={self.args!r}, kwargs={self.kwargs!r})'


def next_stop(execution: Execution, script_name: str) -> MontySnapshot | MontyComplete:
    """Run an execution to its next pause or its end."""
    call = execution_step(execution)
    if call is None:
        return MontyComplete(execution_result(execution), execution)
    return MontySnapshot(execution, script_name, *call)
