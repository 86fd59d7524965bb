"""What patterns of the match statement look at, where that needs sandboxed code."""


def match_length(subject, count):
    return len(subject) == count


def match_keys(mapping, keys):
    seen = set()
    for key in keys:
        if key in seen:
            raise ValueError(f'mapping pattern checks duplicate key ({key!r})')
        seen.add(key)
    missing = object()
    values = []
    get = mapping.get
    for key in keys:
        value = get(key, missing)
        if value is missing:
            return None
        values.append(value)
    return tuple(values)


def match_rest(mapping, keys):
    rest = dict(mapping)
    for key in keys:
        del rest[key]
    return rest


def match_class(subject, cls, names, count):
    if not isinstance(cls, type):
        raise TypeError('called match pattern must be a class' if _host_minor() >= 12
                        else 'called match pattern must be a type')
    if not isinstance(subject, cls):
        return None
    values = []
    seen = set()
    if count:
        missing = object()
        match_args = getattr(cls, '__match_args__', missing)
        if match_args is missing:
            matches_self = _matches_self(cls)
            match_args = ()
            most = 1 if matches_self else 0
        else:
            matches_self = False
            if not isinstance(match_args, tuple):
                raise TypeError(f'{cls.__name__}.__match_args__ must be a tuple (got {type(match_args).__name__})')
            most = len(match_args)
        if count > most:
            plural = '' if most == 1 else 's'
            raise TypeError(f'{cls.__name__}() accepts {most} positional sub-pattern{plural} ({count} given)')
        if matches_self:
            values.append(subject)
        else:
            for name in match_args[:count]:
                if not isinstance(name, str):
                    raise TypeError(f'__match_args__ elements must be strings (got {type(name).__name__})')
                if not match_attribute(subject, cls, name, seen, values):
                    return None
    for name in names:
        if not match_attribute(subject, cls, name, seen, values):
            return None
    return tuple(values)


def match_attribute(subject, cls, name, seen, values):
    if name in seen:
        raise TypeError(f'{cls.__name__}() got multiple sub-patterns for attribute {name!r}')
    seen.add(name)
    try:
        values.append(getattr(subject, name))
    except AttributeError:
        return False
    return True
