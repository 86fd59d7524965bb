"""How the compiler reports what it cannot compile."""

from __future__ import annotations

import ast

from ..errors import MontySyntaxError


class Source:
    """What error messages need to know about the text being compiled.

    Attributes:
        script_name: its file name.
        text: the text, or None if only a tree was given.
    """

    __slots__ = ('script_name', 'text')

    def __init__(self, script_name: str, text: str | None) -> None:
        self.script_name = script_name
        self.text = text

    def error(self, message: str, node: ast.AST | None) -> MontySyntaxError:
        """Return the error to raise, at the place of a node."""
        line = getattr(node, 'lineno', None)
        if line is None:
            return MontySyntaxError(message, filename=self.script_name)
        end_line = getattr(node, 'end_lineno', None) or line
        column: int = node.col_offset
        end_column: int = getattr(node, 'end_col_offset', None) or column
        text = None
        if self.text is not None:
            lines = self.text.replace('\r\n', '\n').replace('\r', '\n').split('\n')
            if line <= len(lines):
                text = lines[line - 1]
                column = _characters(text, column)
            if end_line <= len(lines):
                end_column = _characters(lines[end_line - 1], end_column)
        return MontySyntaxError(message, filename=self.script_name, lineno=line, offset=column + 1,
                                end_lineno=end_line, end_offset=end_column + 1, text=text)


def _characters(line: str, column: int) -> int:
    """Return a column in characters for one in UTF-8 bytes."""
    if line.isascii():
        return column
    return len(line.encode('utf-8', 'surrogatepass')[:column].decode('utf-8', 'replace'))
