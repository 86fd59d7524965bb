"""The module json.encoder: JSONEncoder, and the writing of files."""

from _monty import _json_text, json_fill
from json import dumps

__all__ = ['JSONEncoder']

INFINITY = float('inf')


class JSONEncoder:
    """Writes values as JSON texts.

    A subclass that knows how to write other values defines default(), which returns a value that can be written.
    """

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        """Return something that can be written in place of `o`; to be overridden."""
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        """Return the text of a value."""
        return ''.join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        """Return an iterator over the pieces of the text of a value."""
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        options = (bool(self.skipkeys), bool(self.ensure_ascii), bool(self.check_circular), bool(self.allow_nan), indent,
                   self.item_separator, self.key_separator, self.default, bool(self.sort_keys))
        if _one_shot:
            pieces = []
            json_fill(pieces, o, 0, (), options)
            return iter(pieces)
        return _pieces(o, options)


def _pieces(o, options):
    pieces = []
    json_fill(pieces, o, 0, (), options)
    yield from pieces


def encode_basestring(s, /):
    """Return a string as a JSON text."""
    return _text(s, False)


def encode_basestring_ascii(s, /):
    """Return a string as a JSON text of ASCII characters."""
    return _text(s, True)


def _text(s, ascii_only):
    if not isinstance(s, str):
        raise TypeError(f'first argument must be a string, not {type(s).__name__}')
    return _json_text(''.join([s]), False, ascii_only, True, False)


py_encode_basestring = c_encode_basestring = encode_basestring
py_encode_basestring_ascii = c_encode_basestring_ascii = encode_basestring_ascii


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
         separators=None, default=None, sort_keys=False):
    """Write a value as a JSON text with fp.write()."""
    fp.write(dumps(obj, skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
                   cls=cls, indent=indent, separators=separators, default=default, sort_keys=sort_keys))
