"""The class statement."""


def __build_class__(func, name, /, *bases, **keywords):
    resolved = class_bases(bases)
    if 'metaclass' in keywords:
        metaclass = keywords.pop('metaclass')
    elif resolved:
        metaclass = type(resolved[0])
    else:
        metaclass = type
    if _is_class(metaclass):
        metaclass = best_metaclass(metaclass, resolved)
    prepare = getattr(metaclass, '__prepare__', None)
    if prepare is None:
        namespace = {}
    else:
        namespace = prepare(name, resolved, **keywords)
        if not isinstance(namespace, dict) and not hasattr(type(namespace), '__getitem__'):
            title = metaclass.__name__ if _is_class(metaclass) else '<metaclass>'
            raise TypeError(f'{title}.__prepare__() must return a mapping, not {type(namespace).__name__}')
    cell = func(namespace)
    if resolved is not bases and '__orig_bases__' not in namespace:
        namespace['__orig_bases__'] = bases
    cls = metaclass(name, resolved, namespace, **keywords)
    if cell is not None and _is_class(cls):
        owner = _cell_content(cell)
        if owner is None:
            raise RuntimeError(f'__class__ not set defining {name!r} as {cls!r}. Was __classcell__ propagated to '
                               'type.__new__?')
        if owner is not cls:
            raise TypeError(f'__class__ set to {owner!r} defining {name!r} as {cls!r}')
    return cls


def class_bases(bases):
    """The bases with those that are no classes replaced by what their __mro_entries__ says."""
    changed = False
    for base in bases:
        if not _is_class(base) and hasattr(base, '__mro_entries__'):
            changed = True
    if not changed:
        return bases
    resolved = []
    for base in bases:
        if _is_class(base) or not hasattr(base, '__mro_entries__'):
            resolved.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError('__mro_entries__ must return a tuple')
        resolved.extend(entries)
    return tuple(resolved)


def __set_up_annotations__(namespace, /):
    """What a class body with annotations begins with: __prepare__ may have made the dict for them."""
    try:
        namespace['__annotations__']
    except KeyError:
        namespace['__annotations__'] = {}


def namespace_get(namespace, name):
    try:
        return (namespace[name],)
    except KeyError:
        return ()


def namespace_set(namespace, name, value):
    namespace[name] = value


def namespace_delete(namespace, name):
    try:
        del namespace[name]
    except KeyError:
        raise NameError(f"name {name!r} is not defined") from None


def attribute_values(object, names):
    return tuple([getattr(object, name) for name in names])
