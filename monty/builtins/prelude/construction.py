"""Making instances and classes: type.__call__, object.__new__ and __init__, type.__new__, and what built-in types do when
a subclass of theirs is instantiated."""


# --- calling -----------------------------------------------------------------------------------------------------------

def type_call(cls, /, *args, **keywords):
    """What calling a class does, unless its metaclass has a __call__."""
    custom = _special_function(cls, '__call__')
    if not _is_missing(custom):
        return _special(cls, '__call__')(*args, **keywords)
    return type_call_plain(cls, *args, **keywords)


def type_call_plain(cls, /, *args, **keywords):
    if cls is type and len(args) == 1 and not keywords:
        return type(args[0])
    new = _class_find(cls, '__new__')
    if isinstance(new, staticmethod):
        new = new.__func__
    elif not _is_plain_function(new):
        new = cls.__new__
    made = new(cls, *args, **keywords)
    return type_call_init(cls, made, args, keywords)


def type_call_initialise(made, given):
    """What follows after the __new__ of a class has made something; given are the class and the arguments."""
    return type_call_init(given[0], made, given[1:], {})


def type_call_init(cls, made, args, keywords):
    if _is_subclass(type(made), cls):
        init = _special(made, '__init__')
        result = init(*args, **keywords)
        if result is not None:
            raise TypeError(f"__init__() should return None, not '{type(result).__name__}'")
    return made


def instance_call(obj, /, *args, **keywords):
    """Call an object whose class's __call__ is no plain function."""
    return _special(obj, '__call__')(*args, **keywords)


def method_call(obj, name, /, *args, **keywords):
    return attribute_get(obj, name)(*args, **keywords)


def method_find(obj, name):
    return _found_method(attribute_get(obj, name))


def raise_class(cls):
    exception = cls()
    if not isinstance(exception, BaseException):
        raise TypeError(f'calling {cls!r} should have returned an instance of BaseException, not {type(exception)!r}')
    raise exception


def raise_class_from(exception, cause):
    if _is_class(exception):
        made = exception()
        if not isinstance(made, BaseException):
            raise TypeError(f'calling {exception!r} should have returned an instance of BaseException, '
                            f'not {type(made)!r}')
        exception = made
    if _is_class(cause):
        made = cause()
        if not isinstance(made, BaseException):
            raise TypeError(f'calling {cause!r} should have returned an instance of BaseException, not {type(made)!r}')
        cause = made
    raise exception from cause


def range_of_instances(*args):
    numbers = []
    for arg in args:
        numbers.append(as_index(arg))
    return iter(range(*numbers))


# --- object ------------------------------------------------------------------------------------------------------------

def object_new(cls, /, *args, **keywords):
    if not _is_class(cls):
        raise TypeError(f'object.__new__(X): X is not a type object ({type(cls).__name__})')
    base = _native_base(cls)
    if base is not object:
        raise TypeError(f'object.__new__({cls.__name__}) is not safe, use {base.__name__}.__new__()')
    if args or keywords:
        if not _is_plain_function(_class_find(cls, '__new__')):
            raise TypeError('object.__new__() takes exactly one argument (the type to instantiate)')
        if _is_missing(_class_find_before(cls, object, '__init__')):
            raise TypeError(f'{cls.__name__}() takes no arguments')
    if cls is object:
        return object()
    if _is_abstract(cls):
        raise_abstract(cls)
    return _instance_new(cls)


def raise_abstract(cls):
    names = sorted(cls.__abstractmethods__)
    if _host_minor() >= 12:
        quoted = ', '.join([repr(name) for name in names])
        raise TypeError(f"Can't instantiate abstract class {cls.__name__} without an implementation for abstract "
                        f"method{'s' if len(names) > 1 else ''} {quoted}")
    raise TypeError(f"Can't instantiate abstract class {cls.__name__} with abstract "
                    f"method{'s' if len(names) > 1 else ''} {', '.join(names)}")


def object_init(self, /, *args, **keywords):
    if args or keywords:
        cls = type(self)
        if not _is_missing(_class_find_before(cls, object, '__init__')):
            raise TypeError('object.__init__() takes exactly one argument (the instance to initialize)')
        if _is_missing(_class_find_before(cls, object, '__new__')):
            raise TypeError(f'{cls.__name__}.__init__() takes exactly one argument (the instance to initialize)')


def object_init_subclass(cls, /, *args, **keywords):
    if args:
        raise TypeError(f'object.__init_subclass__() takes no arguments ({len(args)} given)')
    if keywords:
        raise TypeError(f'{cls.__name__}.__init_subclass__() takes no keyword arguments')


def object_getattribute(self, name, /):
    if not isinstance(name, str):
        raise TypeError(f"attribute name must be string, not '{type(name).__name__}'")
    return attribute_plain(self, name)


def object_setattr(self, name, value, /):
    if _is_class(self):
        raise TypeError(f"can't apply this __setattr__ to {type(self).__name__} object")
    type_setattr(self, name, value)


def object_delattr(self, name, /):
    if _is_class(self):
        raise TypeError(f"can't apply this __delattr__ to {type(self).__name__} object")
    type_delattr(self, name)


def type_setattr(self, name, value, /):
    if not isinstance(name, str):
        raise TypeError(f"attribute name must be string, not '{type(name).__name__}'")
    attribute_set_plain(self, name, value)


def type_delattr(self, name, /):
    if not isinstance(name, str):
        raise TypeError(f"attribute name must be string, not '{type(name).__name__}'")
    attribute_delete_plain(self, name)


# --- subclasses of built-in types --------------------------------------------------------------------------------------

def builtin_new(cls, /, *args, **keywords):
    """__new__ of every built-in type but object and type."""
    if not _is_class(cls):
        raise TypeError(f'__new__(X): X is not a type object ({type(cls).__name__})')
    base = _native_base(cls)
    if base is cls:
        return cls(*args, **keywords)
    if _is_abstract(cls):
        raise_abstract(cls)
    if _starts_empty(base):
        return _subclass_instance(cls, base())
    if _is_subclass(base, BaseException):
        if _is_subclass(base, BaseExceptionGroup):
            group = BaseExceptionGroup(*args)
            if _is_subclass(cls, Exception) and not isinstance(group, Exception):
                raise TypeError(f"Cannot nest BaseExceptions in '{cls.__name__}'")
            return _subclass_instance(cls, group)
        return _exception_instance(cls, args)
    if base is object:
        return _instance_new(cls)
    if keywords and not _is_missing(_class_find_before(cls, base, '__init__')) and base is not int and base is not str:
        # Its own __init__ takes them.
        keywords = {}
    return _subclass_instance(cls, base(*args, **keywords))


# --- classes -----------------------------------------------------------------------------------------------------------

def type_construct(cls, /, *args, **keywords):
    if len(args) == 1 and not keywords and cls is type:
        return type(args[0])
    if len(args) != 3:
        raise TypeError('type() takes 1 or 3 arguments' if cls is type else
                        f'type.__new__() takes exactly 3 arguments ({len(args)} given)')
    return type_new(cls, *args, **keywords)


def type_new(metaclass, /, *args, **keywords):
    if len(args) == 1 and not keywords and metaclass is type:
        return type(args[0])
    if len(args) != 3:
        raise TypeError(f'type.__new__() takes exactly 3 arguments ({len(args)} given)')
    name, bases, namespace = args
    if not isinstance(name, str):
        raise TypeError(f'type.__new__() argument 1 must be str, not {type(name).__name__}')
    if not isinstance(bases, tuple):
        raise TypeError(f'type.__new__() argument 2 must be tuple, not {type(bases).__name__}')
    if not isinstance(namespace, dict):
        raise TypeError(f'type.__new__() argument 3 must be dict, not {type(namespace).__name__}')
    for base in bases:
        if not _is_class(base) and not _is_missing(_special(base, '__mro_entries__')):
            raise TypeError("type() doesn't support MRO entry resolution; use types.new_class()")
    winner = best_metaclass(metaclass, bases)
    if winner is not metaclass:
        new = _class_find(winner, '__new__')
        if isinstance(new, staticmethod):
            return new.__func__(winner, name, bases, namespace, **keywords)
        metaclass = winner
    if '\0' in name:
        raise ValueError('type name must not contain null characters')
    name.encode()
    if isinstance(namespace.get('__doc__'), str):
        namespace['__doc__'].encode()
    if not bases:
        bases = (object,)
    contents = dict(namespace)
    if '__module__' not in contents:
        contents['__module__'] = _caller_module()
    slots, layout = class_slots(name, bases, contents)
    cls = _class_new(metaclass, name, bases, contents, slots, layout)
    if metaclass is not type and not _is_missing(_special_function(cls, 'mro')):
        _class_set_order(cls, None)
        order = tuple(cls.mro())
        if cls.__mro__ is None:
            _class_set_order(cls, order)
        if cls not in cls.__mro__:
            _raise_wrong_super(cls, cls)
    hooks = []
    for key in namespace:
        value = namespace[key]
        method = _special(value, '__set_name__')
        if not _is_missing(method):
            hooks.append((key, value, method))
    for key, value, method in hooks:
        call_set_name(cls, key, value, method)
    super(cls, cls).__init_subclass__(**keywords)
    return cls


def call_set_name(cls, name, value, method):
    try:
        method(cls, name)
    except BaseException as error:
        text = f"Error calling __set_name__ on '{type(value).__name__}' instance {name!r} in '{cls.__name__}'"
        if _host_minor() >= 12:
            error.add_note(text)
            raise
        raise RuntimeError(text) from error


def best_metaclass(metaclass, bases):
    winner = metaclass
    for base in bases:
        kind = type(base)
        if _is_subclass(winner, kind):
            continue
        if _is_subclass(kind, winner):
            winner = kind
            continue
        raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the '
                        'metaclasses of all its bases')
    return winner


def class_slots(name, bases, contents):
    """The names of __slots__, mangled, and what instances get from this class: 1 a __dict__, 2 a __weakref__."""
    if '__slots__' not in contents:
        return None, 3
    slots = contents['__slots__']
    if isinstance(slots, str):
        slots = (slots,)
    else:
        slots = tuple(slots)
    names = []
    has_dict = False
    has_weak_references = False
    for slot in slots:
        if not isinstance(slot, str):
            raise TypeError(f"__slots__ items must be strings, not '{type(slot).__name__}'")
        if not slot.isidentifier():
            raise TypeError('__slots__ must be identifiers')
        if slot == '__dict__':
            if has_dict or any_base_has_dict(bases):
                raise TypeError('__dict__ slot disallowed: we already got one')
            has_dict = True
            continue
        if slot == '__weakref__':
            if has_weak_references or any_base_has_dict(bases):
                raise TypeError('__weakref__ slot disallowed: we already got one' if _host_minor() >= 12 else
                                '__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0')
            has_weak_references = True
            continue
        if slot.startswith('__') and not slot.endswith('__') and name.lstrip('_'):
            slot = '_' + name.lstrip('_') + slot
        if slot in contents and slot not in ('__qualname__', '__classcell__'):
            raise ValueError(f'{slot!r} in __slots__ conflicts with class variable')
        if slot not in names:
            names.append(slot)
    if names:
        for base in bases:
            if _is_class(base) and _native_base(base) in (int, tuple, bytes):
                raise TypeError(f"nonempty __slots__ not supported for subtype of '{base.__name__}'")
    names.sort()
    return tuple(names), has_dict + 2 * has_weak_references


def class_set_bases(cls, bases):
    """cls.__bases__ = bases"""
    name = cls.__name__
    if not isinstance(bases, tuple):
        raise TypeError(f'can only assign tuple to {name}.__bases__, not {type(bases).__name__}')
    if not bases:
        raise TypeError(f'can only assign non-empty tuple to {name}.__bases__, not ()')
    for base in bases:
        if not _is_class(base):
            raise TypeError(f"{name}.__bases__ must be tuple of classes, not '{type(base).__name__}'")
        if _is_subclass(base, cls):
            raise TypeError('a __bases__ item causes an inheritance cycle')
    old = cls.__bases__
    _class_set_bases(cls, bases)
    changed = []
    try:
        class_renew_order(cls, changed)
    except BaseException:
        if cls.__bases__ is bases:
            _class_set_bases(cls, old)
            while changed:
                each, order = changed.pop()
                _class_set_order(each, order)
        raise


def class_renew_order(cls, changed):
    """Bring the MRO of a class and of its subclasses up to date with their bases; note what they had."""
    old = cls.__mro__
    order = tuple(type.mro(cls) if _is_missing(_special_function(cls, 'mro')) else cls.mro())
    if cls.__mro__ is not old:
        # mro() has set __bases__: that was the later word.
        return
    _class_set_order(cls, order)
    changed.append((cls, old))
    for subclass in type.__subclasses__(cls):
        class_renew_order(subclass, changed)


def any_base_has_dict(bases):
    for base in bases:
        if _is_class(base) and base is not object and _has_instance_dict(base):
            return True
    return False


def type_init(cls, /, *args, **keywords):
    if len(args) != 1 and len(args) != 3:
        raise TypeError('type.__init__() takes 1 or 3 arguments')


def type_prepare(metaclass, /, *args, **keywords):
    return {}


def type_instancecheck(cls, instance, /):
    return instance_check_plain(instance, cls)


def type_subclasscheck(cls, subclass, /):
    return subclass_check_plain(subclass, cls)


def instance_check_plain(obj, cls):
    """isinstance() without the hooks of a metaclass: `cls` is a class, or an object with __bases__."""
    if _is_class(cls):
        if _is_subclass(type(obj), cls):
            return True
        claimed = getattr(obj, '__class__', None)
        if _is_class(claimed) and claimed is not type(obj):
            return _is_subclass(claimed, cls)
        return False
    if abstract_bases(cls) is None:
        raise TypeError('isinstance() arg 2 must be a type, a tuple of types, or a union')
    claimed = getattr(obj, '__class__', None)
    return claimed is not None and is_abstract_subclass(claimed, cls)


def subclass_check_plain(cls, other):
    if _is_class(cls) and _is_class(other):
        return _is_subclass(cls, other)
    if abstract_bases(cls) is None:
        raise TypeError('issubclass() arg 1 must be a class')
    if abstract_bases(other) is None:
        raise TypeError('issubclass() arg 2 must be a class, a tuple of classes, or a union')
    return is_abstract_subclass(cls, other)


def abstract_bases(cls):
    """The __bases__ of what may be a class or act as one; None if it has none."""
    bases = getattr(cls, '__bases__', None)
    return bases if isinstance(bases, tuple) else None


def is_abstract_subclass(cls, other):
    if cls is other:
        return True
    bases = abstract_bases(cls)
    if bases is not None:
        for base in bases:
            if is_abstract_subclass(base, other):
                return True
    return False


def isinstance_slow(obj, classes, depth=0):
    if type(obj) is classes:
        return True
    if _is_union(classes):
        classes = classes.__args__
    # Not by isinstance(), which would ask an object for its __class__.
    if _is_subclass(type(classes), tuple):
        for item in classes:
            if isinstance_slow(obj, item):
                return True
        return False
    if _alias_form(classes) is classes:
        return isinstance(obj, typing_form_class(classes))
    method = _special(classes, '__instancecheck__')
    if _is_missing(method):
        return instance_check_plain(obj, classes)
    if method(obj):
        return True
    return False


def issubclass_slow(cls, classes, depth=0):
    if _is_union(classes):
        classes = classes.__args__
    # Not by isinstance(), which would ask an object for its __class__.
    if _is_subclass(type(classes), tuple):
        for item in classes:
            if issubclass_slow(cls, item):
                return True
        return False
    if _alias_form(classes) is classes:
        return issubclass(cls, typing_form_class(classes))
    method = _special(classes, '__subclasscheck__')
    if _is_missing(method):
        return subclass_check_plain(cls, classes)
    if method(cls):
        return True
    return False
