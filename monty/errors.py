"""The errors a host sees: the ``MontyError`` family, ``Frame``, and the plain data the machine makes them from."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    Format = Literal['traceback', 'type-msg', 'msg']

__all__ = ['MontyError', 'MontySyntaxError', 'MontyRuntimeError', 'MontyConversionError', 'Frame', 'ExceptionData',
           'FrameData']

# One entry of a traceback as the machine hands it over: (file name, function name, line, end line, column,
# end column). Lines count from 1 (0: unknown); columns count UTF-8 bytes from 0, as in ``Code.positions``.
FrameData = tuple[str, str, int, int, int, int]


class ExceptionData:
    """An exception of a sandboxed program as plain data, without any tie to the machine that raised it.

    The machine fills in every attribute. An exception that is reached twice (as a cause and as a context, or in a
    cycle) must be the same ``ExceptionData`` object both times: that is how cycles are noticed.

    Attributes:
        type_name: the name as a traceback shows it, ``ValueError`` or the qualified name of the program's own class.
        builtin_type: the name of the nearest built-in class in the method resolution order, ``ValueError``.
        message: ``str(exception)``; for a KeyError that is the repr of its argument. If ``str`` itself failed:
            ``<exception str() failed>``.
        args: ``exception.args``, each converted as an output value would be, or its repr where that is impossible.
        frames: the traceback, outermost call first. At most ``MAX_FRAMES`` entries are of use: if there are more, hand
            over the first and the last half of that.
        cause: ``__cause__`` or None.
        context: ``__context__`` or None, also where it is suppressed.
        suppress_context: ``__suppress_context__``.
        notes: ``__notes__``, each made a str; empty if there are none.
        exceptions: the members of an exception group, or None for an exception that is no group.
        missing: for a NameError or AttributeError of the machine: the missing name, the names that there are instead
            (of the function and of the module; or of the object), and whether a module has that name. Else None.
    """

    __slots__ = ('type_name', 'builtin_type', 'message', 'args', 'frames', 'cause', 'context', 'suppress_context',
                 'notes', 'exceptions', 'missing')

    MAX_FRAMES = 10_000
    # The machine follows causes, contexts and group members up to this many exceptions in all, then drops the rest.
    MAX_EXCEPTIONS = 1_000

    type_name: str
    builtin_type: str
    message: str
    args: tuple[object, ...]
    frames: list[FrameData]
    cause: ExceptionData | None
    context: ExceptionData | None
    suppress_context: bool
    notes: list[str]
    exceptions: list[ExceptionData] | None
    missing: tuple[str, list[list[str]], bool] | None

    def __init__(
        self,
        type_name: str,
        message: str = '',
        *,
        builtin_type: str | None = None,
        args: tuple[object, ...] | None = None,
        frames: list[FrameData] | None = None,
        cause: ExceptionData | None = None,
        context: ExceptionData | None = None,
        suppress_context: bool = False,
        notes: list[str] | None = None,
        exceptions: list[ExceptionData] | None = None,
    ) -> None:
        self.type_name = type_name
        self.message = message
        self.builtin_type = type_name if builtin_type is None else builtin_type
        self.args = ((message,) if message else ()) if args is None else args
        self.frames = [] if frames is None else frames
        self.cause = cause
        self.context = context
        self.suppress_context = suppress_context
        self.notes = [] if notes is None else notes
        self.exceptions = exceptions
        self.missing = None

    def __repr__(self) -> str:
        return f'ExceptionData({self.type_name}: {self.message})'

    def type_message(self) -> str:
        """Return ``Type: message``, or only the type if the message is empty."""
        return f'{self.type_name}: {self.message}' if self.message else self.type_name


class Frame:
    """One entry of a traceback.

    Attributes:
        filename: name of the script, as given to ``Monty``.
        line: first line of the expression that was running, from 1.
        column: its first column, in characters from 1.
        end_line: its last line.
        end_column: the column behind its last character.
        function_name: name of the function, ``<module>`` for code outside any function.
        source_line: the text of ``line``, or None if the source is not at hand.
    """

    __slots__ = ('filename', 'line', 'column', 'end_line', 'end_column', 'function_name', 'source_line')

    def __init__(self, filename: str, line: int, column: int, end_line: int, end_column: int, function_name: str,
                 source_line: str | None) -> None:
        self.filename = filename
        self.line = line
        self.column = column
        self.end_line = end_line
        self.end_column = end_column
        self.function_name = function_name
        self.source_line = source_line

    def dict(self) -> dict[str, int | str | None]:
        """Return the attributes as a dict."""
        return {name: getattr(self, name) for name in self.__slots__}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Frame):
            return NotImplemented
        return self.dict() == other.dict()

    def __hash__(self) -> int:
        return hash(tuple(self.dict().values()))

    def __repr__(self) -> str:
        return (f'Frame(filename={self.filename!r}, line={self.line}, column={self.column}, '
                f'function_name={self.function_name!r})')


class MontyError(Exception):
    """Base class of all errors that Monty raises about a program."""

    def exception(self) -> BaseException:
        """Return a host exception of the built-in type that describes the error best."""
        return RuntimeError(str(self))


class MontySyntaxError(MontyError):
    """The source cannot be compiled: it is no Python, too large, too deeply nested, or uses what Monty has not.

    Attributes:
        msg: what is wrong, without the place.
        filename: name of the script.
        lineno: line of the error from 1, or None.
        offset: its column in characters from 1, or None.
        end_lineno: the last line, or None.
        end_offset: the column behind the end, or None.
        text: the line of source, or None.
        type_name: ``SyntaxError``, ``IndentationError`` or ``TabError``.
    """

    def __init__(
        self,
        msg: str,
        *,
        filename: str = 'main.py',
        lineno: int | None = None,
        offset: int | None = None,
        end_lineno: int | None = None,
        end_offset: int | None = None,
        text: str | None = None,
        type_name: str = 'SyntaxError',
    ) -> None:
        super().__init__(msg)
        self.msg = msg
        self.filename = filename
        self.lineno = lineno
        self.offset = offset
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.end_offset = end_offset
        self.text = text
        self.type_name = type_name

    def __str__(self) -> str:
        return self.msg if self.lineno is None else f'{self.msg} ({self.filename}, line {self.lineno})'

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.msg,), self.__dict__

    def exception(self) -> SyntaxError:
        """Return the error as a host SyntaxError (or IndentationError, TabError) with all details."""
        types = {'IndentationError': IndentationError, 'TabError': TabError}
        return types.get(self.type_name, SyntaxError)(
            self.msg, (self.filename, self.lineno, self.offset, self.text, self.end_lineno, self.end_offset)
        )

    def display(self, format: Format = 'traceback') -> str:
        """Return the error as text: with its place and a caret, as ``Type: message``, or the message alone."""
        if format == 'msg':
            return self.msg
        if format == 'type-msg':
            return f'{self.type_name}: {self.msg}'
        _check_format(format)
        from .traceback_text import render_syntax_error

        return render_syntax_error(self)


class MontyRuntimeError(MontyError):
    """The program raised an exception and did not catch it, or it met one of its limits.

    Attributes:
        data: the exception as plain data.
    """

    data: ExceptionData

    def __init__(self, data: ExceptionData, sources: Mapping[str, str] | None = None) -> None:
        """Wrap the exception; ``sources`` maps file names to their text, for the lines a traceback shows."""
        super().__init__(data.type_message())
        self.data = data
        self._sources = {} if sources is None else sources
        self._lines: dict[str, list[str]] = {}

    def __repr__(self) -> str:
        return f'MontyRuntimeError({self})'

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.data, dict(self._sources))

    def exception(self) -> BaseException:
        """Return a host exception of the same built-in type.

        An exception of a class that the program defined becomes one of the nearest built-in class. Cause, context,
        notes and the members of a group are carried over; arguments that cannot cross appear as their repr.
        """
        return _to_host_exception(self.data)

    def traceback(self) -> list[Frame]:
        """Return the traceback of the exception, outermost call first."""
        return [self._frame(frame) for frame in self.data.frames]

    def display(self, format: Format = 'traceback') -> str:
        """Return the error as text.

        Arguments:
            format: ``traceback`` for all that CPython would print, ``type-msg`` for ``Type: message``, ``msg`` for the
                message alone.
        """
        if format == 'msg':
            return self.data.message
        if format == 'type-msg':
            return self.data.type_message()
        _check_format(format)
        from .traceback_text import render_exception

        return render_exception(self.data, self.source_lines)

    def source_lines(self, filename: str) -> list[str]:
        """Return the lines of a script, or an empty list if its text is not at hand."""
        lines = self._lines.get(filename)
        if lines is None:
            text = self._sources.get(filename)
            lines = self._lines[filename] = [] if text is None else split_lines(text)
        return lines

    def _frame(self, data: FrameData) -> Frame:
        filename, function_name, line, end_line, column, end_column = data
        lines = self.source_lines(filename)
        return Frame(filename, line, _character_column(lines, line, column) + 1, end_line,
                     _character_column(lines, end_line, end_column) + 1, function_name,
                     lines[line - 1] if 0 < line <= len(lines) else None)


class MontyConversionError(MontyError, TypeError):
    """A value cannot cross between host and sandbox.

    The message names the type and the path to the value, ``inputs['rows'][3].owner``.
    """

    def exception(self) -> TypeError:
        """Return the error as a plain TypeError."""
        return TypeError(str(self))


def split_lines(text: str) -> list[str]:
    """Return the lines of a source text without their ends, split where Python's grammar splits them.

    ``str.splitlines`` would also split at form feeds and at Unicode's line separators.
    """
    return text.replace('\r\n', '\n').replace('\r', '\n').split('\n')


def _character_column(lines: list[str], line: int, column: int) -> int:
    """Return a column counted in characters for one that is counted in UTF-8 bytes, both from 0."""
    if not 0 < line <= len(lines) or lines[line - 1].isascii():
        return column
    return len(lines[line - 1].encode('utf-8', 'replace')[:column].decode('utf-8', 'replace'))


def _check_format(format: str) -> None:
    if format != 'traceback':
        raise ValueError(f"Invalid display format: {format!r}. Expected 'traceback', 'type-msg' or 'msg'")


def _to_host_exception(data: ExceptionData) -> BaseException:
    """Return a host exception for the data and all it refers to.

    Chains may be as long as the machine lets them be, so this keeps its own stack instead of recursing.
    """
    made: dict[int, BaseException] = {}
    # An exception group needs its members when it is made: children are pushed above their parent, which is visited
    # again below them. Members of groups are a tree by construction; causes and contexts may be cyclic, so they are
    # joined only when all exceptions exist.
    order: list[ExceptionData] = []
    stack: list[tuple[ExceptionData, bool]] = [(data, False)]
    begun: set[int] = set()
    while stack:
        current, members_done = stack.pop()
        if members_done:
            made[id(current)] = _make_one(current, [made[id(member)] for member in current.exceptions or ()
                                                    if id(member) in made])
            order.append(current)
            continue
        if id(current) in begun:
            continue
        begun.add(id(current))
        for neighbour in (current.cause, current.context):
            if neighbour is not None:
                stack.append((neighbour, False))
        stack.append((current, True))
        for member in current.exceptions or ():
            stack.append((member, False))
    for current in order:
        exception = made[id(current)]
        if current.cause is not None:
            exception.__cause__ = made[id(current.cause)]
        if current.context is not None:
            exception.__context__ = made[id(current.context)]
        exception.__suppress_context__ = current.suppress_context
        for note in current.notes:
            exception.add_note(note)
    return made[id(data)]


def _make_one(data: ExceptionData, members: list[BaseException]) -> BaseException:
    """Return a host exception without its chain. One whose constructor refuses the arguments gets a simpler class."""
    kind = getattr(builtins, data.builtin_type, None)
    if not (isinstance(kind, type) and issubclass(kind, BaseException)):
        kind = Exception
    if issubclass(kind, BaseExceptionGroup):
        text = data.args[0] if data.args and isinstance(data.args[0], str) else data.message
        try:
            return kind(text, members)
        except (TypeError, ValueError):
            return RuntimeError(data.message)
    for candidate in kind.__mro__:
        try:
            return candidate(*data.args)
        except Exception:
            continue
    return RuntimeError(data.message)
