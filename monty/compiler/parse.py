"""Source text to syntax tree, without letting hostile text hurt the process that parses it.

CPython's own parser does the work. It recurses on the C stack and guards that with counters meant for the stack of a
main thread; on a small stack the counters come too late. So on any other thread a text that could nest deeply is
parsed on a stack that is large enough for the counters to work (see stack.py). What they refuse, and every tree deeper
than ``MAX_DEPTH``, is a MontySyntaxError.
"""

from __future__ import annotations

import ast
import re
import sys
import warnings
from codecs import BOM_UTF8

from ..errors import MontySyntaxError, split_lines
from .stack import call_on_large_stack, has_large_stack, is_small

# Largest source text in bytes of UTF-8. CPython's parser needs up to 6 KB of memory for each (short) line, and more
# than a second for some texts of this size, during which it cannot be stopped.
MAX_SOURCE_BYTES = 256 * 1024

# Greatest depth of the syntax tree: statements inside statements and expressions inside expressions, each elif inside
# the if before it, each operator of a chain inside the next. The compiler's own recursion depends on this bound.
MAX_DEPTH = 200

# Longest line of source that an error carries with it.
MAX_ERROR_LINE = 2_000

# A tree cannot be deeper than its text is long, but for the few levels that have no character of their own.
_SHALLOW_TEXT = MAX_DEPTH - 20

# CPython before 3.12 looks for each field of an f-string from the start of that string.
_F_STRING_IS_QUADRATIC = sys.version_info < (3, 12)
_MAX_F_STRING_FIELDS = 10_000

# The name under which CPython sees the text. It must not be the name of a file: CPython would read the line it
# quotes in an error from there.
_FILE_NAME = '<source of a Monty program>'

_ENCODINGS = {'utf-8': 'utf-8', 'latin-1': 'latin-1', 'iso-8859-1': 'latin-1', 'iso-latin-1': 'latin-1',
              'iso-8859-15': 'iso-8859-15', 'cp1252': 'cp1252', 'windows-1252': 'cp1252', 'ascii': 'ascii',
              'us-ascii': 'ascii', 'utf8': 'utf-8', 'latin1': 'latin-1', 'utf-8-sig': 'utf-8'}
_COOKIE = re.compile(rb'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)')
_BLANK_OR_COMMENT = re.compile(rb'^[ \t\f]*(?:#.*)?$')

# An unterminated string goes to the end of the line or the text: it is an error in any case.
_STRING_OR_COMMENT = re.compile(
    r"""(?P<prefix>\b[a-zA-Z]{1,2})?(?:
        '''(?:[^\\']|\\.|'(?!''))*+(?:''')? | \"""(?:[^\\"]|\\.|"(?!""))*+(?:\""")?
        | '(?:[^\\\n']|\\.)*+'? | "(?:[^\\\n"]|\\.)*+"?
    ) | \#[^\n]*""",
    re.VERBOSE | re.DOTALL,
)

_SURROGATE = re.compile('[\ud800-\udfff]')

_ONLY_AST = ast.PyCF_ONLY_AST
# Types that end a path: their fields hold no further node.
_LEAVES = frozenset({ast.Name, ast.Constant, ast.Load, ast.Store, ast.Del, ast.alias, ast.Pass, ast.Global,
                     ast.Nonlocal, ast.Break, ast.Continue, int, str, type(None)})
# Statements whose positions span all that they consist of (those of a def leave out its decorators).
_SIMPLE_STATEMENTS = frozenset({ast.Expr, ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return, ast.Delete, ast.Raise,
                                ast.Assert, ast.Import, ast.ImportFrom})


def parse(source: str | bytes, script_name: str = 'main.py') -> ast.Module:
    """Return the syntax tree of a program.

    Arguments:
        source: the text, or its bytes (UTF-8, or what its coding cookie says).
        script_name: the name that errors carry.

    Raises:
        MontySyntaxError: if the text is no Python, or larger or deeper nested than the bounds of this module.
        TypeError: if the source is neither str nor bytes.
    """
    if not isinstance(source, str):
        source = decode_source(source, script_name)
    _check_text(source, script_name)
    _silence_warnings()
    if is_small(source) or has_large_stack():
        return _parse_here(source, script_name)
    return call_on_large_stack(_parse_here, source, script_name)


def decode_source(source: bytes, script_name: str = 'main.py') -> str:
    """Return the text of a source in bytes: UTF-8 with or without a byte order mark, or as its coding cookie says.

    Raises:
        MontySyntaxError: if the encoding is unknown, not supported, or broken.
        TypeError: if the source is not bytes.
    """
    if not isinstance(source, bytes):
        raise TypeError(f'source must be str or bytes, not {type(source).__name__}')
    if len(source) > MAX_SOURCE_BYTES:
        raise _too_large(script_name)
    has_mark = source.startswith(BOM_UTF8)
    source = source.removeprefix(BOM_UTF8)
    encoding = _cookie(source)
    codec = 'utf-8' if encoding is None else _ENCODINGS.get(encoding.lower().replace('_', '-'))
    if codec is None:
        raise MontySyntaxError(f'unknown or unsupported encoding: {encoding}', filename=script_name, lineno=1)
    if has_mark and codec != 'utf-8':
        raise MontySyntaxError(f'encoding problem: {encoding} with BOM', filename=script_name, lineno=1)
    try:
        return source.decode(codec)
    except UnicodeDecodeError as error:
        before = split_lines(source[:error.start].decode(codec, 'replace'))
        raise MontySyntaxError(f'(unicode error) {error}', filename=script_name, lineno=len(before),
                               offset=len(before[-1]) + 1) from None


def _cookie(source: bytes) -> str | None:
    """Return the encoding named in a comment in the first two lines, or None."""
    for line in source.split(b'\n', 2)[:2]:
        found = _COOKIE.match(line)
        if found is not None:
            return found[1].decode('ascii', 'replace')
        if not _BLANK_OR_COMMENT.match(line.rstrip(b'\r')):
            return None
    return None


def _check_text(source: str, script_name: str) -> None:
    """Refuse text that must not reach CPython's parser."""
    # A character takes at most 4 bytes, and len() is for free.
    if len(source) > MAX_SOURCE_BYTES // 4 and len(source.encode('utf-8', 'surrogatepass')) > MAX_SOURCE_BYTES:
        raise _too_large(script_name)
    if '\0' in source:
        raise _error_at(source, source.index('\0'), 'source code string cannot contain null bytes', script_name)
    if not source.isascii():
        surrogate = _SURROGATE.search(source)
        if surrogate is not None:
            code = ord(surrogate[0])
            raise _error_at(source, surrogate.start(),
                            f"(unicode error) 'utf-8' codec can't encode character '\\u{code:04x}': "
                            'surrogates not allowed', script_name)
    if _F_STRING_IS_QUADRATIC and source.count('{') > _MAX_F_STRING_FIELDS:
        for string in _STRING_OR_COMMENT.finditer(source):
            if 'f' in (string['prefix'] or '').lower() and string[0].count('{') > _MAX_F_STRING_FIELDS:
                raise _error_at(source, string.start(), 'f-string with too many fields', script_name)


def _parse_here(source: str, script_name: str) -> ast.Module:
    """Return the checked tree of a text, parsed on the stack of this thread."""
    try:
        tree = compile(source, _FILE_NAME, 'exec', _ONLY_AST, True)
    except SyntaxError as error:
        raise _from_cpython(error, script_name) from None
    except (RecursionError, MemoryError):
        # The parser's counters for nesting say MemoryError, those for building the tree RecursionError.
        raise MontySyntaxError('source is too deeply nested or too complex to parse', filename=script_name) from None
    except (ValueError, OverflowError) as error:
        raise MontySyntaxError(str(error), filename=script_name) from None
    if len(source) > _SHALLOW_TEXT:
        too_deep = _find_too_deep(tree, source, script_name)
        if too_deep is not None:
            # Freeing a deep tree takes stack, too. It must not stay alive in the traceback of the error, which
            # another thread may drop.
            del tree
            raise too_deep
    return tree


def _find_too_deep(tree: ast.Module, source: str, script_name: str) -> MontySyntaxError | None:
    """Return an error if a tree is deeper than ``MAX_DEPTH``. Goes down level by level instead of recursing."""
    leaves = _LEAVES
    simple = _SIMPLE_STATEMENTS
    level: list[object] = [tree]
    depth = 0
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            return _too_deep(level, source, script_name)
        children: list[object] = []
        # A level of the tree takes at least one character, but for a few, so short statements need not be looked at.
        short = _SHALLOW_TEXT - depth
        for node in level:
            if type(node) in simple and node.lineno == node.end_lineno and node.end_col_offset - node.col_offset < short:
                continue
            for value in node.__dict__.values():
                kind = type(value)
                if kind in leaves:
                    continue
                if kind is list:
                    children += [item for item in value if type(item) not in leaves]
                elif isinstance(value, ast.AST):
                    children.append(value)
        level = children
    return None


def _too_deep(level: list[object], source: str, script_name: str) -> MontySyntaxError:
    message = f'source is too deeply nested (more than {MAX_DEPTH} levels)'
    for node in level:
        if isinstance(node, (ast.expr, ast.stmt)):
            lines = split_lines(source)
            line = lines[node.lineno - 1]
            before = line.encode()[:node.col_offset].decode('utf-8', 'replace')
            return MontySyntaxError(message, filename=script_name, lineno=node.lineno, offset=len(before) + 1,
                                    text=_short(line))
    return MontySyntaxError(message, filename=script_name)


def _from_cpython(error: SyntaxError, script_name: str) -> MontySyntaxError:
    """Return a SyntaxError of CPython's parser as our own."""
    lineno = error.lineno if error.lineno else None
    offset = error.offset if lineno is not None and error.offset and error.offset > 0 else None
    end_offset = error.end_offset if offset is not None and error.end_offset and error.end_offset > 0 else None
    return MontySyntaxError(
        str(error.msg), filename=script_name, lineno=lineno, offset=offset, end_lineno=error.end_lineno or None,
        end_offset=end_offset, text=_short(error.text), type_name=type(error).__name__,
    )


def _error_at(source: str, index: int, message: str, script_name: str) -> MontySyntaxError:
    """Return an error at a character of the text."""
    before = split_lines(source[:index])
    return MontySyntaxError(message, filename=script_name, lineno=len(before), offset=len(before[-1]) + 1)


def _too_large(script_name: str) -> MontySyntaxError:
    return MontySyntaxError(f'source is too large (more than {MAX_SOURCE_BYTES} bytes)', filename=script_name)


def _short(line: str | None) -> str | None:
    return line if line is not None and len(line) <= MAX_ERROR_LINE else None


def _silence_warnings() -> None:
    """Have CPython's parser emit no warning about the program (``'\\d'``, ``0in x``) in the host.

    A filter that matches nothing but our made-up file name is added to the host's; ``warnings.catch_warnings``
    is no way, because it puts filters back that another thread may have changed meanwhile. The filter must be the
    first, or one of the host could turn warnings into errors.
    """
    filters = warnings.filters
    if not filters or filters[0] is not _our_filter:
        _add_filter()


_our_filter: object = None


def _add_filter() -> None:
    global _our_filter
    warnings.filterwarnings('ignore', module=re.escape(_FILE_NAME))
    _our_filter = warnings.filters[0]
