"""Text of tracebacks, in the words and with the carets of the CPython that hosts us."""

from __future__ import annotations

import re
import sys
import textwrap
import traceback
from collections.abc import Callable, Iterator

from .errors import ExceptionData, FrameData, MontySyntaxError
from .suggestions import hint

# A line longer than this is not shown in a traceback: a program may consist of one line of a megabyte and raise
# from a thousand frames of it. The same goes for the number of lines of one expression.
MAX_LINE = 2_000

# CPython's own bounds for exception groups.
MAX_GROUP_WIDTH = 15
MAX_GROUP_DEPTH = 10

_HEADER = 'Traceback (most recent call last):\n'
_CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n'
_CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'

# Since 3.13 an expression that goes over several lines is shown whole, before that only its first line is.
_SHOWS_ALL_LINES = sys.version_info >= (3, 13)

_ESCAPE = re.compile(r'\\(.)')

SourceLines = Callable[[str], list[str]]


def render_syntax_error(error: MontySyntaxError) -> str:
    """Return the place, a caret and the message of a syntax error, without a newline at the end."""
    return ''.join(traceback.format_exception_only(error.exception())).rstrip('\n')


def render_exception(data: ExceptionData, source_lines: SourceLines) -> str:
    """Return what CPython prints for an uncaught exception, without a newline at the end.

    Arguments:
        data: the exception.
        source_lines: gives the lines of a script by its file name.
    """
    return ''.join(_Renderer(source_lines).chain(data))[:-1]


class _Renderer:
    """The state of rendering one exception with all that hangs on it.

    Attributes:
        source_lines: gives the lines of a script by its file name.
        depth: how many exception groups enclose what is being rendered; it decides the margin.
        unclosed: the last member of a group is being rendered, and the line that closes its frame is not drawn yet. A
            group that ends where its parent ends draws that line for both.
        seen: ids of the exceptions rendered so far, which no cause or context leads back to.
    """

    def __init__(self, source_lines: SourceLines) -> None:
        self.source_lines = source_lines
        self.depth = 0
        self.unclosed = False
        self.seen: set[int] = set()

    def chain(self, data: ExceptionData) -> Iterator[str]:
        """Yield the text of an exception behind the text of its causes and contexts, the oldest first."""
        chain = [(data, '')]
        self.seen.add(id(data))
        while True:
            last = chain[-1][0]
            if last.cause is not None and id(last.cause) not in self.seen:
                earlier, link = last.cause, _CAUSE
            elif last.context is not None and not last.suppress_context and id(last.context) not in self.seen:
                earlier, link = last.context, _CONTEXT
            else:
                break
            self.seen.add(id(earlier))
            chain.append((earlier, link))
        while chain:
            current, link = chain.pop()
            if current.exceptions is None:
                if current.frames:
                    yield self.margined(_HEADER)
                    yield self.margined(_stack(current.frames, self.source_lines))
                yield self.margined(_last_lines(current))
            elif self.depth > MAX_GROUP_DEPTH:
                yield self.margined(f'... (max_group_depth is {MAX_GROUP_DEPTH})\n')
            else:
                yield from self.group(current, current.exceptions)
            # The words between two exceptions are stored with the earlier one.
            if link:
                yield self.margined(link)

    def group(self, data: ExceptionData, members: list[ExceptionData]) -> Iterator[str]:
        """Yield the text of an exception group and its members, each in a frame of dashes."""
        outermost = self.depth == 0
        if outermost:
            self.depth = 1
        if data.frames:
            yield self.margined('Exception Group ' + _HEADER, '+' if outermost else '|')
            yield self.margined(_stack(data.frames, self.source_lines))
        yield self.margined(_last_lines(data))
        shown = members[:MAX_GROUP_WIDTH]
        left_out = len(members) - len(shown)
        self.unclosed = False
        for index in range(len(shown) + (left_out > 0)):
            is_last = index == len(shown) - (left_out == 0)
            if is_last:
                self.unclosed = True
            title = '...' if index == len(shown) else str(index + 1)
            yield '  ' * self.depth + ('  ' if index else '+-') + f'+---------------- {title} ----------------\n'
            self.depth += 1
            if index < len(shown):
                yield from self.chain(shown[index])
            else:
                yield self.margined(f'and {left_out} more exception{"s" if left_out > 1 else ""}\n')
            if is_last and self.unclosed:
                yield '  ' * self.depth + '+------------------------------------\n'
                self.unclosed = False
            self.depth -= 1
        if outermost:
            self.depth = 0

    def margined(self, text: str, bar: str = '|') -> str:
        """Return the text with the margin of the enclosing groups before each line."""
        if not self.depth:
            return text
        return textwrap.indent(text, f'{"  " * self.depth}{bar} ', lambda line: True)


def _last_lines(data: ExceptionData) -> str:
    """Return the lines for type, message and notes."""
    text = data.type_message()
    if data.missing is not None:
        text += hint(data.type_name, *data.missing)
    return ''.join(line + '\n' for line in (text, *data.notes))


class _Summary(traceback.FrameSummary):
    """A frame that remembers what its source lines really are while the traceback module sees masked ones."""

    data: FrameData
    originals: list[str]
    masked: list[str]


class _Stack(traceback.StackSummary):
    """The frames of a traceback. Each different frame is formatted once, and its masked lines are replaced."""

    formatted: dict[FrameData, str]

    def format_frame_summary(self, frame_summary: traceback.FrameSummary, **options: object) -> str:
        if not isinstance(frame_summary, _Summary):
            return super().format_frame_summary(frame_summary, **options)
        text = self.formatted.get(frame_summary.data)
        if text is None:
            text = super().format_frame_summary(frame_summary, **options)
            if frame_summary.originals != frame_summary.masked:
                text = _unmask(text, frame_summary.masked, frame_summary.originals)
            self.formatted[frame_summary.data] = text
        return text


def _stack(frames: list[FrameData], source_lines: SourceLines) -> str:
    """Return the text for the frames of a traceback."""
    summaries: list[traceback.FrameSummary] = []
    for frame in frames:
        filename, function_name, line, end_line, column, end_column = frame
        last = end_line if _SHOWS_ALL_LINES else line
        originals = source_lines(filename)[line - 1:last] if 0 < line <= last else []
        if not 0 < len(originals) == last - line + 1 <= MAX_LINE or max(map(len, originals)) > MAX_LINE:
            summaries.append(traceback.FrameSummary(filename, line, function_name, lookup_line=False, line=''))
            continue
        masked = [_mask(text) for text in originals]
        summary = _Summary(filename, line, function_name, lookup_line=False, line='\n'.join(masked) + '\n',
                           end_lineno=end_line, colno=column, end_colno=end_column)
        summary.data = frame
        summary.originals = originals
        summary.masked = masked
        summaries.append(summary)
    stack = _Stack(summaries)
    stack.formatted = {}
    return ''.join(stack.format())


def _mask(line: str) -> str:
    """Return the line with the backslash of every escape replaced by a letter, all columns kept.

    To find where to put the carets, the traceback module parses the source again, and that would make a warning
    about an invalid escape in the program appear in the host.
    """
    if '\\' not in line:
        return line
    return _ESCAPE.sub(lambda match: 'ee' if match[1] in '\'"\\' else 'e' + match[1], line)


def _unmask(text: str, masked: list[str], originals: list[str]) -> str:
    """Return a formatted frame with its masked source lines replaced by what they really are."""
    rendered = text.split('\n')
    next_line = 0
    # The source lines appear in order; some may be left out, and carets stand between them.
    for index in range(1, len(rendered)):
        shown = rendered[index].strip()
        for number in range(next_line, len(masked)):
            if shown == masked[number].strip():
                rendered[index] = rendered[index].replace(shown, originals[number].strip())
                next_line = number + 1
                break
    return '\n'.join(rendered)
