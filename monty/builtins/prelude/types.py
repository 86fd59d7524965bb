"""Types with arguments and unions that are nested too deeply for native recursion."""


def generic_alias_call(alias, /, *args, **keywords):
    form = _alias_form(alias)
    if form is not None:
        name = repr(form).removeprefix('typing.')
        if name in ('List', 'Dict', 'Set', 'FrozenSet', 'Tuple', 'Type'):
            raise TypeError(f'Type {name} cannot be instantiated; use {alias.__origin__.__name__}() instead')
        if name in ('Any', 'Annotated') and form is alias:
            raise TypeError(f'{name} cannot be instantiated' if name == 'Any' else
                            'Type Annotated cannot be instantiated.')
        if name in ('Any', 'NoReturn', 'Never', 'Self', 'LiteralString', 'TypeAlias', 'Literal', 'Union', 'Optional',
                    'Final', 'ClassVar', 'Required', 'NotRequired', 'TypeGuard', 'TypeIs', 'ReadOnly', 'Unpack',
                    'Concatenate'):
            raise TypeError(f'Cannot instantiate {form!r}')
    result = alias.__origin__(*args, **keywords)
    try:
        result.__orig_class__ = alias
    except Exception:
        # what takes no attributes does not know what it was made by
        pass
    return result


def generic_alias_equal(a, b):
    if _literal(a):
        if not _literal(b):
            return False
        left = _literal_values(a)
        right = _literal_values(b)
        if len(left) != len(right):
            return False
        for pair in left:
            if pair not in right:
                return False
        return True
    if not (a.__origin__ is b.__origin__ and a.__args__ == b.__args__):
        return False
    return repr(_alias_form(a)) != 'typing.Annotated' or a.__metadata__ == b.__metadata__


def generic_alias_hash(alias):
    if _literal(alias):
        return hash(frozenset(_literal_values(alias)))
    return hash(alias.__origin__) ^ hash(alias.__args__)


def union_equal(a, b):
    if len(a.__args__) != len(b.__args__):
        return False
    for member in a.__args__:
        if member not in b.__args__:
            return False
    return True


def union_hash(union):
    result = 0
    for member in union.__args__:
        result ^= hash(member)
    return result


# --- text ---

def _type_text(value, of_typing):
    """What shows a type among the arguments of another."""
    if value is ...:
        return '...'
    if _is_class(value) and not _is_alias(value):
        return value.__qualname__ if value.__module__ == 'builtins' else f'{value.__module__}.{value.__qualname__}'
    if of_typing and isinstance(value, str):
        return f'ForwardRef({value!r})'
    if of_typing and value is None:
        return 'NoneType'
    if isinstance(value, list) or isinstance(value, tuple):
        return f'[{", ".join([_type_text(item, of_typing) for item in value])}]'
    return repr(value)


def generic_alias_repr(alias):
    form = _alias_form(alias)
    args = alias.__args__
    of_typing = form is not None
    name = repr(form) if of_typing else _type_text(alias.__origin__, False)
    if not of_typing and alias.__unpacked__:
        name = '*' + name
    if name == 'typing.Unpack' and _host_minor() < 12:
        return '*' + _type_text(args[0], True)
    if name == 'typing.Literal':
        texts = [repr(value) for value in args]
    elif name == 'typing.Annotated':
        texts = [_type_text(args[0], True), *[repr(value) for value in alias.__metadata__]]
    else:
        texts = [_type_text(value, of_typing) for value in args]
        if name == 'typing.Callable' and not (len(args) == 2 and (args[0] is ... or _replaced_by_list(args[0]))):
            texts = [f'[{", ".join(texts[:-1])}]', texts[-1]]
    return f'{name}[{", ".join(texts) or "()"}]'


def union_repr(union):
    if not _is_typing_union(union):
        return ' | '.join(['None' if value is type(None) else _type_text(value, False) for value in union.__args__])
    texts = [_type_text(value, True) for value in union.__args__]
    if len(texts) == 2 and 'NoneType' in texts:
        texts.remove('NoneType')
        return f'typing.Optional[{texts[0]}]'
    return f'typing.Union[{", ".join(texts)}]'


# --- arguments in place of type variables ---

def _replaced_by_list(value):
    """Does a list of types stand for it? So it is with a ParamSpec, and with Concatenate[...]."""
    return type(value).__name__ == 'ParamSpec' or repr(_alias_form(value)) == 'typing.Concatenate'


def _is_unpacked_tuple(value):
    return repr(_alias_form(value)) == 'typing.Unpack' and type(value.__args__[0]).__name__ == 'TypeVarTuple'


def generic_alias_get_item(alias, key):
    parameters = alias.__parameters__
    given = key if isinstance(key, tuple) else (key,)
    if not parameters:
        raise TypeError(f'{alias!r} is not a generic class')
    flat = []
    for value in given:
        if _is_alias(value) and getattr(value, '__unpacked__', False) and value.__origin__ is tuple and ... not in value.__args__:
            flat += value.__args__
        else:
            flat.append(value)
    given = tuple(flat)
    variadic = [i for i, parameter in enumerate(parameters) if type(parameter).__name__ == 'TypeVarTuple']
    if len(variadic) > 1:
        raise TypeError(f'More than one TypeVarTuple parameter in {alias!r}')
    if variadic:
        before = variadic[0]
        after = len(parameters) - before - 1
        if len(given) < before + after:
            raise TypeError(f'Too few arguments for {alias!r}; actual {len(given)}, expected at least {before + after}')
        given = (*given[:before], given[before:len(given) - after], *given[len(given) - after:])
    elif len(parameters) == 1 and type(parameters[0]).__name__ == 'ParamSpec' and not (
            len(given) == 1 and (given[0] is ... or isinstance(given[0], (list, tuple)) or _replaced_by_list(given[0]))):
        given = (given,)
    if len(given) != len(parameters):
        amount = 'many' if len(given) > len(parameters) else 'few'
        expected = 'expected at least' if amount == 'few' and _host_minor() >= 13 else 'expected'
        raise TypeError(f'Too {amount} arguments for {alias!r}; actual {len(given)}, {expected} {len(parameters)}')
    pairs = []
    for parameter, value in zip(parameters, given):
        if type(parameter).__name__ == 'ParamSpec':
            if isinstance(value, list):
                value = tuple(value)
            elif not (value is ... or isinstance(value, tuple) or _replaced_by_list(value)):
                raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {value!r}')
        elif isinstance(value, list):
            raise TypeError(f'Parameters to generic types must be types. Got {value!r}.'[:100])
        pairs.append((parameter, value))
    return _filled_in(alias, pairs)


def _filled_in(value, pairs):
    flatten = repr(_alias_form(value)) in ('typing.Callable', 'typing.Concatenate')
    made = []
    for arg in value.__args__:
        if _is_unpacked_tuple(arg):
            found = _given_for(arg.__args__[0], pairs)
            if isinstance(found, tuple):
                made += found
            else:
                made.append(arg)
            continue
        found = _given_for(arg, pairs)
        if isinstance(found, tuple) and flatten:
            made += found
        elif isinstance(arg, tuple):
            items = []
            for item in arg:
                if _is_unpacked_tuple(item):
                    items += _given_for(item.__args__[0], pairs)
                else:
                    items.append(_given_for(item, pairs))
            made.append(tuple(items))
        else:
            made.append(found)
    if flatten and len(made) == 2 and repr(_alias_form(made[0])) == 'typing.Concatenate' and (
            repr(_alias_form(value)) == 'typing.Concatenate'):
        made = [*made[0].__args__, made[1]]
    if repr(_alias_form(value)) == 'typing.Annotated':
        return typing_annotated(_alias_form(value), (made[0], *value.__metadata__))
    return _alias_with(value, tuple(made))


def _given_for(arg, pairs):
    for parameter, value in pairs:
        if parameter is arg:
            return value
    if _is_alias(arg) and arg.__parameters__:
        return _filled_in(arg, pairs)
    if _is_union(arg) and arg.__parameters__:
        members = [_given_for(member, pairs) for member in arg.__args__]
        result = members[0]
        for member in members[1:]:
            result = result | member
        return result
    return arg


# --- Literal and Annotated ---

def _literal(value):
    return repr(_alias_form(value)) == 'typing.Literal'


def _literal_values(alias):
    return [(value, type(value)) for value in alias.__args__]


def typing_literal(form, key):
    values = []
    for value in key if isinstance(key, tuple) else (key,):
        values += value.__args__ if _literal(value) else [value]
    try:
        values = [value for value, kind in dict.fromkeys([(value, type(value)) for value in values])]
    except TypeError:
        # values that have no hash stay as they are
        pass
    return _alias_with(form, tuple(values))


def typing_annotated(form, key):
    if repr(_alias_form(key[0])) == 'typing.Annotated':
        key = (key[0].__origin__, *key[0].__metadata__, *key[1:])
    return _alias_with(form, key)


# --- classes ---

def typing_form_class(form):
    """The class that a form stands for, also one that is written in Python."""
    return abstract_class_of(repr(form).removeprefix('typing.'), form)


def typing_form_origin(value, name):
    return typing_form_class(_alias_form(value))


def typing_get_origin(tp):
    return typing_form_class(_alias_form(tp))


def class_get_item(cls, item):
    return cls.__class_getitem__(item)


def typing_form_bases(form, bases, /):
    """What stands for Generic[T], Mapping[str, int] and the like among the bases of a class."""
    from typing import Generic
    kind = _alias_form(form)
    later = bases[bases.index(form) + 1:]
    if kind is None:
        if form.__origin__ is not Generic:
            return (form.__origin__,)
        for base in bases:
            if getattr(base, '__origin__', base).__name__ == 'Protocol':
                return ()
        for base in later:
            if _is_typing_alias(base):
                return ()
        return (Generic,)
    if repr(kind) == 'typing.Annotated':
        return (form.__origin__,)
    if repr(kind) == 'typing.Any':
        return ()
    found = form.__origin__
    if not _is_class(found):
        raise TypeError(f'Cannot subclass {form!r}')
    result = () if found in bases else (found,)
    for base in later:
        if _is_typing_alias(base) or (_is_class(base) and issubclass(base, Generic)):
            return result
    return (*result, Generic)


def _is_typing_alias(value):
    """Is it an alias of a form, of Generic or of a class that derives from it?"""
    if not _is_alias(value):
        return False
    if _alias_form(value) is not None:
        return True
    from typing import Generic
    return _is_subclass(value.__origin__, Generic)


def abstract_class_of(name, form):
    if name in ('Deque', 'DefaultDict', 'OrderedDict', 'Counter', 'ChainMap'):
        import collections
        return getattr(collections, {'Deque': 'deque', 'DefaultDict': 'defaultdict'}.get(name, name))
    if name in ('ContextManager', 'AsyncContextManager'):
        import contextlib
        return getattr(contextlib, 'Abstract' + name)
    if name == 'AbstractSet':
        name = 'Set'
    import collections.abc
    found = getattr(collections.abc, name, None)
    return form if found is None else found


def type_variable_new(cls, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False,
                      **keywords):
    if covariant and contravariant:
        raise ValueError('Bivariant types are not supported.')
    if infer_variance and (covariant or contravariant):
        raise ValueError('Variance cannot be specified with infer_variance.')
    if len(constraints) == 1:
        raise TypeError('A single constraint is not allowed')
    if constraints and bound is not None:
        raise TypeError('Constraints cannot be combined with bound=...')
    fallback = None
    if keywords:
        import typing
        if keywords.keys() != {'default'} or not hasattr(typing, 'NoDefault'):
            unknown = [keyword for keyword in keywords if keyword != 'default' or not hasattr(typing, 'NoDefault')]
            raise TypeError(f"TypeVar() got an unexpected keyword argument '{unknown[0]}'")
        if keywords['default'] is not typing.NoDefault:
            fallback = (keywords['default'],)
    return _type_variable(name, constraints, bound, bool(covariant), bool(contravariant), bool(infer_variance), fallback,
                          0)


def type_variable_attribute(variable, name):
    """What of a type variable is evaluated when it is first asked for."""
    constraints, bound, fallback, lazy = _type_variable_fields(variable)
    if name == '__bound__':
        value = bound()
        _type_variable_evaluated(variable, 1, value)
        return value
    if name == '__constraints__':
        value = constraints()
        _type_variable_evaluated(variable, 2, value)
        return value
    if fallback is None:
        import typing
        return typing.NoDefault
    value = fallback()
    _type_variable_evaluated(variable, 4, (value,))
    return value


# --- type parameters ---

def __type_parameter__(kind, name, which, evaluate, fallback):
    """A type parameter; `which` says whether `evaluate` makes its bound (1) or its constraints (2)."""
    if kind == 'TypeVar':
        return _type_variable(name, evaluate if which == 2 else (), evaluate if which == 1 else None, False, False, True,
                              fallback, which if fallback is None else which + 4)
    import _typing_parameters
    return getattr(_typing_parameters, kind)._declared(name, fallback)


def __type_alias__(name, parameters, evaluate):
    import _typing_alias
    return _typing_alias.TypeAliasType._declared(name, parameters, evaluate)


def __generic_base__(parameters):
    import _typing_generic
    listed = []
    for parameter in parameters:
        if type(parameter).__name__ == 'TypeVarTuple':
            listed.extend(parameter)
        else:
            listed.append(parameter)
    return _typing_generic.Generic[tuple(listed)]


def __set_type_params__(function, parameters):
    function.__type_params__ = parameters
    return function


def sys_getsizeof(object, default=None):
    size = _special(object, '__sizeof__')()
    if not isinstance(size, int):
        raise TypeError(f"'{type(size).__name__}' object cannot be interpreted as an integer")
    if size < 0:
        raise ValueError('__sizeof__() should return >= 0')
    return size


def sys_exit(status=None, /):
    if status is None:
        raise SystemExit
    if isinstance(status, SystemExit):
        raise status
    if isinstance(status, tuple):
        raise SystemExit(*status)
    raise SystemExit(status)


def stream_write(stream, text, /):
    if not isinstance(text, str):
        raise TypeError(f'write() argument must be str, not {type(text).__name__}')
    if _stream_number(stream) == 2:
        _write_error_output(text)
    else:
        _write_output(text)
    return len(text)


def stream_writelines(stream, lines, /):
    for line in lines:
        stream_write(stream, line)
