"""Exceptions: constructors with keywords, texts of arguments written in Python, groups."""


def exception_new(cls, /, *args, **keywords):
    return _exception_with_keywords(cls, args, keywords)


def exception_repr(exception):
    if len(exception.args) == 1:
        return f'{type(exception).__name__}({exception.args[0]!r})'
    return f'{type(exception).__name__}{exception.args!r}'


def exception_str(exception):
    if isinstance(exception, OSError):
        if exception.filename is not None:
            text = f'[Errno {exception.errno}] {exception.strerror}: {exception.filename!r}'
            if exception.filename2 is not None:
                text += f' -> {exception.filename2!r}'
            return text
        if exception.errno is not None and exception.strerror is not None:
            return f'[Errno {exception.errno}] {exception.strerror}'
    elif isinstance(exception, SyntaxError):
        return syntax_error_str(exception)
    elif isinstance(exception, UnicodeTranslateError):
        return f"can't translate {unicode_error_place(exception, 'character')}: {exception.reason}"
    elif isinstance(exception, UnicodeEncodeError):
        return (f"'{exception.encoding}' codec can't encode {unicode_error_place(exception, 'character')}: "
                f'{exception.reason}')
    elif isinstance(exception, UnicodeDecodeError):
        return f"'{exception.encoding}' codec can't decode {unicode_error_place(exception, 'byte')}: {exception.reason}"
    if len(exception.args) == 1:
        if isinstance(exception, KeyError):
            return repr(exception.args[0])
        return str(exception.args[0])
    return str(exception.args)


def syntax_error_str(exception):
    places = []
    if isinstance(exception.filename, str):
        places.append(exception.filename.rpartition('/')[2])
    if isinstance(exception.lineno, int) and not isinstance(exception.lineno, bool):
        places.append(f'line {exception.lineno}')
    if places:
        return f'{exception.msg} ({", ".join(places)})'
    return str(exception.msg)


def unicode_error_place(exception, unit):
    start = exception.start
    end = exception.end
    subject = exception.object
    if not isinstance(subject, bytes if unit == 'byte' else str) or not 0 <= start < len(subject) or end != start + 1:
        return f'{unit}s in position {start}-{end - 1}'
    if unit == 'byte':
        return f'byte 0x{subject[start]:02x} in position {start}'
    code = ord(subject[start])
    digits = f'\\x{code:02x}' if code < 256 else f'\\u{code:04x}' if code < 65536 else f'\\U{code:08x}'
    return f"character '{digits}' in position {start}"
