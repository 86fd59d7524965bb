"""Formatting where an object written in Python has a say: its __format__, __str__, __repr__, __int__, __float__,
__index__, attributes, and mappings that are instances."""


def format_instance(value, format_spec='', /):
    method = getattr(type(value), '__format__', None)
    if method is None:
        return object_format(value, format_spec)
    if not format_spec and type(method) is type(str.join):
        # Without a specification all built-in types show what str() does.
        return str(value)
    result = method(value, format_spec)
    if not isinstance(result, str):
        raise TypeError(f'__format__ must return a str, not {type(result).__name__}')
    return result


def object_format(self, format_spec, /):
    if format_spec:
        raise TypeError(f'unsupported format string passed to {type(self).__name__}.__format__')
    return str(self)


def format_shown(text):
    """What a conversion made of a value is formatted once more if it is not just a str."""
    return format(text)


def format_as_str(value, format_spec='', /):
    return str(value)


# --- str.format ------------------------------------------------------------------------------------------------------

def str_format(self, /, *args, **kwargs):
    text = _format_text(self, args, kwargs)
    if text is None:
        return fill_template(self, args, kwargs, [0, 0], 2)
    return text


def str_format_map(self, mapping, /):
    return fill_template(self, None, mapping, [0, 0], 2)


def fill_template(text, args, mapping, numbering, depth):
    if depth == 0:
        raise ValueError('Max string recursion exceeded')
    pieces = []
    position = 0
    while position < len(text):
        literal, name, conversion, spec, expand, position = _format_step(text, position)
        pieces.append(literal)
        if name is not None:
            value = template_value(name, args, mapping, numbering)
            if conversion == 'r':
                value = repr(value)
            elif conversion == 's':
                value = str(value)
            elif conversion == 'a':
                value = ascii(value)
            elif conversion:
                _format_conversion_error(conversion)
            if expand:
                spec = fill_template(spec, args, mapping, numbering, depth - 1)
            pieces.append(format(value, spec))
    return ''.join(pieces)


def template_value(name, args, mapping, numbering):
    first, index, position = _format_first(name)
    if index != -1 or not first:
        if numbering[0] == 0:
            numbering[0] = 2 if first else 1
        if numbering[0] == 2 and not first:
            raise ValueError('cannot switch from manual field specification to automatic field numbering')
        if numbering[0] == 1 and first:
            raise ValueError('cannot switch from automatic field numbering to manual field specification')
        if not first:
            index = numbering[1]
            numbering[1] = index + 1
        if args is None:
            raise ValueError('Format string contains positional fields')
        if index >= len(args):
            raise IndexError(f'Replacement index {index} out of range for positional args tuple')
        value = args[index]
    else:
        value = mapping[first]
    while position < len(name):
        attribute, part, index, position = _format_next(name, position)
        if attribute:
            value = getattr(value, part)
        elif index != -1:
            value = value[index]
        else:
            value = value[part]
    return value


# --- % ---------------------------------------------------------------------------------------------------------------

def str_modulo(format, values):
    return percent_text(format, values, False)


def bytes_modulo(format, values):
    text = percent_text(format.decode('latin-1'), values, True).encode('latin-1')
    return bytearray(text) if isinstance(format, bytearray) else text


def percent_text(format, values, for_bytes):
    if isinstance(values, tuple):
        arguments = values
        mapping = False
    else:
        arguments = (values,)
        mapping = (not isinstance(values, str) and not (for_bytes and isinstance(values, (bytes, bytearray)))
                   and (isinstance(values, (dict, list, range, bytes, bytearray)) or hasattr(type(values), '__getitem__')))
    used = 0
    pieces = []
    position = 0
    length = len(format)
    while True:
        found = format.find('%', position)
        if found < 0:
            pieces.append(format[position:])
            break
        pieces.append(format[position:found])
        position = found + 1
        if format[position:position + 1] == '%':
            pieces.append('%')
            position += 1
            continue
        if format[position:position + 1] == '(':
            if not mapping:
                raise TypeError('format requires a mapping')
            position += 1
            start = position
            depth = 1
            while depth:
                if position >= length:
                    raise ValueError('incomplete format key')
                if format[position] == '(':
                    depth += 1
                elif format[position] == ')':
                    depth -= 1
                position += 1
            key = format[start:position - 1]
            arguments = (values[key.encode('latin-1') if for_bytes else key],)
            used = 0
        start = position
        while position < length and format[position] in '-+ #0':
            position += 1
        flags = format[start:position]
        width = ''
        if position < length and format[position] == '*':
            number = percent_star(arguments, used)
            used += 1
            position += 1
            if number < 0:
                flags += '-'
                number = -number
            if number > 9223372036854775807:
                raise OverflowError('Python int too large to convert to C ssize_t')
            width = str(number)
        else:
            start = position
            while position < length and format[position] in '0123456789':
                position += 1
            width = format[start:position]
        precision = ''
        if position < length and format[position] == '.':
            precision = '.'
            position += 1
            if position < length and format[position] == '*':
                number = percent_star(arguments, used)
                used += 1
                position += 1
                if not -2147483648 <= number <= 2147483647:
                    raise OverflowError('Python int too large to convert to C int')
                precision = '.' + str(max(number, 0))
            else:
                start = position
                while position < length and format[position] in '0123456789':
                    position += 1
                precision = '.' + format[start:position]
        if position < length and format[position] in 'hlL':
            position += 1
        if position >= length:
            raise ValueError('incomplete format')
        kind = format[position]
        position += 1
        if used >= len(arguments):
            raise TypeError('not enough arguments for format string')
        value = arguments[used]
        used += 1
        pieces.append(percent_piece('%' + flags + width + precision, kind, value, for_bytes, position - 1))
    if used < len(arguments) and not mapping:
        raise TypeError(f'not all arguments converted during {"bytes" if for_bytes else "string"} formatting')
    return ''.join(pieces)


def percent_star(arguments, used):
    if used >= len(arguments):
        raise TypeError('not enough arguments for format string')
    number = arguments[used]
    if not isinstance(number, int):
        raise TypeError('* wants int')
    return _plain_number(number)


def percent_piece(prefix, kind, value, for_bytes, where):
    if kind == 'r' or kind == 'a' or kind == 's' and not for_bytes:
        if kind == 's':
            value = str(value)
        elif kind == 'r' and not for_bytes:
            value = repr(value)
        else:
            value = ascii(value)
        return (prefix + 's') % (value,)
    if for_bytes and (kind == 's' or kind == 'b'):
        return (prefix + 's') % (percent_bytes(value),)
    if kind in 'diuoxX':
        if not isinstance(value, (int, float)):
            value = percent_int(value, kind, for_bytes)
        elif isinstance(value, int):
            value = _plain_number(value)
        elif kind not in 'oxX':
            value = int(value)
        return (prefix + kind) % (value,)
    if kind in 'eEfFgG':
        if for_bytes:
            return (prefix + kind) % (percent_double(value),)
        return (prefix + kind) % (real_number(value),)
    if kind == 'c':
        if for_bytes:
            return ((prefix.encode('latin-1') + b'c') % (percent_character(value, True),)).decode('latin-1')
        return (prefix + 'c') % (percent_character(value, False),)
    shown = kind if for_bytes or ' ' <= kind <= '~' or kind == '\x1f' else '?'
    if for_bytes and kind >= '\x80':
        raise OverflowError('character argument not in range(0x110000)')
    raise ValueError(f"unsupported format character '{shown}' (0x{ord(kind):x}) at index {where}")


def percent_bytes(value):
    if not isinstance(value, (bytes, bytearray)):
        method = getattr(type(value), '__bytes__', None)
        if method is None:
            raise TypeError('%b requires a bytes-like object, or an object that implements __bytes__, not '
                            f"'{type(value).__name__}'")
        value = method(value)
        if not isinstance(value, bytes):
            raise TypeError(f'__bytes__ returned non-bytes (type {type(value).__name__})')
    return value.decode('latin-1')


def percent_int(value, kind, for_bytes):
    base_ten = kind in 'diu'
    names = ('__index__', '__int__') if base_ten else ('__index__',)
    for name in names:
        if hasattr(type(value), name):
            return int(value) if base_ten else as_index(value)
    if for_bytes and kind == 'i':
        kind = 'd'
    wanted = 'a real number' if base_ten else 'an integer'
    raise TypeError(f'%{kind} format: {wanted} is required, not {type(value).__name__}')


def percent_double(value):
    try:
        return float(value) if not isinstance(value, (str, bytes, bytearray)) else real_number(value)
    except (TypeError, OverflowError):
        raise TypeError(f'float argument required, not {type(value).__name__}') from None


def real_number(value):
    kind = type(value)
    if kind is float or kind is int or kind is bool:
        return value
    if not hasattr(kind, '__float__') and not hasattr(kind, '__index__'):
        raise TypeError(f'must be real number, not {kind.__name__}')
    return float(value)


def percent_character(value, for_bytes):
    if isinstance(value, (str, bytes, bytearray)):
        return value
    if hasattr(type(value), '__index__'):
        return as_index(value)
    raise TypeError('%c requires an integer in range(256) or a single byte' if for_bytes else '%c requires int or char')


# --- float -----------------------------------------------------------------------------------------------------------

def float_new(cls, x=0.0, /):
    kind = type(x)
    method = getattr(kind, '__float__', None)
    if method is not None:
        result = method(x)
        if not isinstance(result, float):
            raise TypeError(f'{kind.__name__}.__float__ returned non-float (type {type(result).__name__})')
        return _plain_number(result)
    if hasattr(kind, '__index__'):
        return float(as_index(x))
    raise TypeError(f"float() argument must be a string or a real number, not '{kind.__name__}'")


def float_round_method(self, ndigits=None, /):
    return round(self, as_index(ndigits))
