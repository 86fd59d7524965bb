"""The module json.decoder: JSONDecoder, and the reading of files."""

from _monty import _json_decode_error, _json_skip, json_bytes_encoding, json_read_at
from json import JSONDecodeError, loads

__all__ = ['JSONDecoder', 'JSONDecodeError']

NaN = float('nan')
PosInf = float('inf')
NegInf = float('-inf')


class JSONDecoder:
    """Reads JSON texts.

    object_hook is called with each dict, object_pairs_hook with the list of (key, value) pairs of each object in its
    place; parse_float, parse_int and parse_constant with the text of each number and of NaN, Infinity and -Infinity. What
    they return takes the place of the value. With strict=False, texts may hold control characters.
    """

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or {'-Infinity': NegInf, 'Infinity': PosInf, 'NaN': NaN}.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.memo = {}
        self._hooks = (parse_int or None, parse_float or None, parse_constant or None)

    def decode(self, s):
        """Return the value of a text that holds nothing else."""
        value, end = self.raw_decode(s, _json_skip(s, 0))
        end = _json_skip(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        """Return the value that begins at a place in the text, and where it ends."""
        if idx < 0:
            raise ValueError('idx cannot be negative')
        if idx >= len(s) or s[idx] in ' \t\n\r':
            raise JSONDecodeError('Expecting value', s, idx)
        return json_read_at(s, bool(self.strict), idx, (*self._hooks, self.object_hook, self.object_pairs_hook))


def detect_encoding(b):
    """Return the name of the encoding of a JSON text in bytes."""
    return json_bytes_encoding(b)


def scanstring(s, end, strict=True, /):
    """Return the string whose opening quote stands before a place in the text, and where it ends."""
    if end > 9223372036854775807:
        raise OverflowError('Python int too large to convert to C ssize_t')
    if not isinstance(s, str):
        raise TypeError(f'first argument must be a string, not {type(s).__name__}')
    if end < 1 or end > len(s):
        raise ValueError('end is out of bounds')
    if s[end - 1] != '"':
        s = s[:end - 1] + '"' + s[end:]
    return json_read_at(s, bool(strict), end - 1, (None, None, None, None, None))


py_scanstring = c_scanstring = scanstring


def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None,
         strict=True):
    """Return the value of the text that fp.read() gives."""
    return loads(fp.read(), cls=cls, object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
                 parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, strict=strict)
