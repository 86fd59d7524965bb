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


def group_split(self, condition, /):
    return group_parts(self, condition, group_condition_is_function(condition), True)


def group_subgroup(self, condition, /):
    return group_parts(self, condition, group_condition_is_function(condition), False)[0]


def group_condition_is_function(condition):
    if isinstance(condition, type):
        if issubclass(condition, BaseException):
            return False
    elif isinstance(condition, tuple):
        for kind in condition:
            if not (isinstance(kind, type) and issubclass(kind, BaseException)):
                break
        else:
            return False
    elif type(condition).__name__ == 'function' or _host_minor() >= 13 and callable(condition):
        return True
    if _host_minor() >= 13:
        raise TypeError('expected an exception type, a tuple of exception types, or a callable (other than a class)')
    raise TypeError('expected a function, exception type or tuple of exception types')


def group_parts(exception, condition, is_function, keep_rest):
    if condition(exception) if is_function else isinstance(exception, condition):
        return exception, None
    if not isinstance(exception, BaseExceptionGroup):
        return None, exception
    matching = []
    others = []
    for member in exception.exceptions:
        match, rest = group_parts(member, condition, is_function, keep_rest)
        if match is not None:
            matching.append(match)
        if rest is not None:
            others.append(rest)
    return group_like(exception, matching), group_like(exception, others) if keep_rest else None


def group_like(group, members):
    if not members:
        return None
    derived = group.derive(members)
    if not isinstance(derived, BaseExceptionGroup):
        raise TypeError('derive must return an instance of BaseExceptionGroup')
    derived.__traceback__ = group.__traceback__
    derived.__context__ = group.__context__
    derived.__cause__ = group.__cause__
    notes = getattr(group, '__notes__', None)
    if isinstance(notes, (list, tuple)):
        derived.__notes__ = list(notes)
    return derived


def except_star_match(rest, kinds):
    """The part of an exception that an except* clause handles, and what is left of it."""
    for kind in kinds if isinstance(kinds, tuple) else (kinds,):
        if not (isinstance(kind, type) and issubclass(kind, BaseException)):
            raise TypeError('catching classes that do not inherit from BaseException is not allowed')
    for kind in kinds if isinstance(kinds, tuple) else (kinds,):
        if issubclass(kind, BaseExceptionGroup):
            raise TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')
    if rest is None:
        return None, None
    if isinstance(rest, kinds):
        if isinstance(rest, BaseExceptionGroup):
            return rest, None
        return BaseExceptionGroup('', (rest,)), None
    if isinstance(rest, BaseExceptionGroup):
        return rest.split(kinds)
    return None, rest


def except_star_join(original, raised):
    """What leaves a try statement whose except* clauses raised these, the last one being what none of them handled."""
    if not isinstance(original, BaseExceptionGroup):
        return raised[0]
    again = set()
    new = []
    for exception in raised:
        if exception is None:
            continue
        if (exception.__traceback__ is original.__traceback__ and exception.__cause__ is original.__cause__
                and exception.__context__ is original.__context__):
            group_add_leaves(exception, again)
        else:
            new.append(exception)
    if again:
        same = group_leaves_among(original, again)
        if not new:
            return same
        if same is not None:
            new.append(same)
    if not new:
        return None
    if len(new) == 1:
        return new[0]
    return BaseExceptionGroup('', new)


def group_add_leaves(exception, leaves):
    if isinstance(exception, BaseExceptionGroup):
        for member in exception.exceptions:
            group_add_leaves(member, leaves)
    else:
        leaves.add(id(exception))


def group_leaves_among(exception, leaves):
    if not isinstance(exception, BaseExceptionGroup):
        return exception if id(exception) in leaves else None
    members = []
    for member in exception.exceptions:
        kept = group_leaves_among(member, leaves)
        if kept is not None:
            members.append(kept)
    return group_like(exception, members)


def sys_exc_info():
    error = _exception_being_handled()
    if error is None:
        return (None, None, None)
    return (type(error), error, error.__traceback__)
