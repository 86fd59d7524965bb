"""json with hooks, with objects that are no plain values, and with malformed texts."""


# --- reading ---------------------------------------------------------------------------------------------------------

def json_bytes_encoding(data):
    """The encoding of a JSON text in bytes: by its mark, else by where its first characters have zero bytes."""
    if data.startswith((b'\xff\xfe\x00\x00', b'\x00\x00\xfe\xff')):
        return 'utf-32'
    if data.startswith((b'\xff\xfe', b'\xfe\xff')):
        return 'utf-16'
    if data.startswith(b'\xef\xbb\xbf'):
        return 'utf-8-sig'
    if len(data) >= 4:
        if not data[0]:
            return 'utf-16-be' if data[1] else 'utf-32-be'
        if not data[1]:
            return 'utf-16-le' if data[2] or data[3] else 'utf-32-le'
    elif len(data) == 2:
        if not data[0]:
            return 'utf-16-be'
        if not data[1]:
            return 'utf-16-le'
    return 'utf-8'


def json_loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
               object_pairs_hook=None, strict=True):
    if not isinstance(s, str):
        if not isinstance(s, (bytes, bytearray)):
            raise TypeError(f'the JSON object must be str, bytes or bytearray, not {type(s).__name__}')
        s = s.decode(json_bytes_encoding(s), 'surrogatepass')
    if cls is not None:
        options = {'object_hook': object_hook, 'parse_float': parse_float, 'parse_int': parse_int,
                   'parse_constant': parse_constant, 'object_pairs_hook': object_pairs_hook}
        options = {name: hook for name, hook in options.items() if hook is not None}
        if strict is not True:
            options['strict'] = strict
        return cls(**options).decode(s)
    strict = bool(strict)
    if (object_hook is None and parse_float is None and parse_int is None and parse_constant is None
            and object_pairs_hook is None):
        answer = _json_parse(s, strict)
        if len(answer) == 1:
            return answer[0]
        raise _json_decode_error(answer[0], s, answer[1])
    if s.startswith('\ufeff'):
        raise _json_decode_error('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
    value, end = json_read_at(s, strict, _json_skip(s, 0), (parse_int, parse_float, parse_constant, object_hook,
                                                            object_pairs_hook))
    end = _json_skip(s, end)
    if end != len(s):
        raise _json_decode_error('Extra data', s, end)
    return value


def json_read_at(s, strict, position, hooks):
    """The value at a place in a text, and where it ends. The hooks are in the order of their numbers, from 1 on."""
    wanted = 0
    for number, hook in enumerate(hooks, 1):
        if hook is not None:
            wanted |= 1 << number
    stack = []
    kind, value, position = _json_read(s, strict, wanted, stack, position, False, None)
    while kind:
        value = hooks[kind - 1](value)
        kind, value, position = _json_read(s, strict, wanted, stack, position, True, value)
    if kind is None:
        raise _json_decode_error(value, s, position)
    return value, position


# --- writing ---------------------------------------------------------------------------------------------------------

def json_dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
               separators=None, default=None, sort_keys=False):
    if cls is not None:
        return cls(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
                   indent=indent, separators=separators, default=default, sort_keys=sort_keys).encode(obj)
    item_separator = ', ' if indent is None else ','
    key_separator = ': '
    if separators is not None:
        item_separator, key_separator = separators
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent
    pieces = []
    options = (bool(skipkeys), bool(ensure_ascii), bool(check_circular), bool(allow_nan), indent, item_separator,
               key_separator, default, bool(sort_keys))
    json_fill(pieces, obj, 0, (), options)
    return ''.join(pieces)


def json_fill(pieces, value, level, chain, options):
    """Append the text of a value that stands in `level` containers; `chain` is everything around it."""
    parts = _json_pieces(value, level, chain, options)
    if parts is None:
        line = '\n' if options[4] is None else '\n' + options[4] * level
        json_write_value(pieces, value, line, options, {id(outer): outer for outer in chain})
        return
    for part in parts:
        if type(part) is str:
            pieces.append(part)
            continue
        value, inner, around = part
        if isinstance(value, (str, list, tuple, dict, int, float)):
            line = '\n' if options[4] is None else '\n' + options[4] * inner
            json_write_value(pieces, value, line, options, {id(outer): outer for outer in around})
        elif options[7] is None:
            raise TypeError(f'Object of type {type(value).__name__} is not JSON serializable')
        else:
            json_fill(pieces, options[7](value), inner, (*around, value), options)


def json_write_value(pieces, value, line, options, active):
    """Append the text of a value; `line` is the line break with its indentation, `active` what is being written."""
    text = _json_text(value, False, options[1], options[3], options[4] is not None)
    if text is not None:
        pieces.append(text)
    elif isinstance(value, str):
        pieces.append(_json_text(''.join(value), False, options[1], options[3], False))
    elif isinstance(value, int):
        pieces.append(_json_text(int(value), False, options[1], options[3], False))
    elif isinstance(value, float):
        pieces.append(_json_text(float(value), False, options[1], options[3], options[4] is not None))
    elif isinstance(value, (list, tuple)):
        json_write_array(pieces, value, line, options, active)
    elif isinstance(value, dict):
        json_write_object(pieces, value, line, options, active)
    else:
        mark = json_begin(value, options, active)
        if options[7] is None:
            raise TypeError(f'Object of type {type(value).__name__} is not JSON serializable')
        json_write_value(pieces, options[7](value), line, options, active)
        if mark is not None:
            del active[mark]


def json_begin(value, options, active):
    """Note that the value is being written: the mark to delete when it has been, or None."""
    if not options[2]:
        return None
    mark = id(value)
    if mark in active:
        raise ValueError('Circular reference detected')
    active[mark] = value
    return mark


def json_write_array(pieces, items, line, options, active):
    if not items:
        pieces.append('[]')
        return
    mark = json_begin(items, options, active)
    indent = options[4]
    inner = '' if indent is None else line + indent
    opening = '[' + inner
    separator = options[5] + inner
    for item in items:
        pieces.append(opening)
        opening = separator
        json_write_value(pieces, item, inner, options, active)
    pieces.append(']' if indent is None else line + ']')
    if mark is not None:
        del active[mark]


def json_write_object(pieces, mapping, line, options, active):
    if not mapping:
        pieces.append('{}')
        return
    mark = json_begin(mapping, options, active)
    indent = options[4]
    inner = '' if indent is None else line + indent
    items = list(mapping.items())
    if options[8]:
        items.sort()
    pieces.append('{' + inner)
    opening = ''
    for key, value in items:
        text = _json_text(key, True, options[1], options[3], indent is not None)
        if text is None:
            if isinstance(key, str):
                text = _json_text(''.join(key), True, options[1], options[3], False)
            elif isinstance(key, int):
                text = _json_text(int(key), True, options[1], options[3], indent is not None)
            elif isinstance(key, float):
                text = _json_text(float(key), True, options[1], options[3], indent is not None)
            elif options[0]:
                continue
            else:
                raise TypeError(f'keys must be str, int, float, bool or None, not {type(key).__name__}')
        pieces.append(opening + text + options[6])
        opening = options[5] + inner
        json_write_value(pieces, value, inner, options, active)
    pieces.append('}' if indent is None else line + '}')
    if mark is not None:
        del active[mark]
