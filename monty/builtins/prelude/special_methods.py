"""What operations do with instances of classes that the program defines: their special methods, looked up on the class
as CPython's slots are, and the checks of what these answer."""


# --- comparison, hash, truth ---


def compare_special(left, right, name, reflected):
    """The answer of == and the like as the methods give it; NotImplemented if no method has one."""
    left_class = type(left)
    right_class = type(right)
    first = False
    if left_class is not right_class and issubclass_plain(right_class, left_class):
        method = _special(right, reflected)
        if not _is_missing(method):
            first = True
            result = method(left)
            if result is not NotImplemented:
                return result
    method = _special(left, name)
    if not _is_missing(method):
        result = method(right)
        if result is not NotImplemented:
            return result
    if not first:
        method = _special(right, reflected)
        if not _is_missing(method):
            return method(left)
    return NotImplemented


def issubclass_plain(cls, other):
    return _is_subclass(cls, other)


def special_eq(left, right):
    result = compare_special(left, right, '__eq__', '__eq__')
    if result is NotImplemented:
        return left is right
    return result


def special_ne(left, right):
    result = compare_special(left, right, '__ne__', '__ne__')
    if result is NotImplemented:
        return left is not right
    return result


def special_order(left, right, comparison):
    if comparison == 0:
        return special_lt(left, right)
    if comparison == 1:
        return special_le(left, right)
    if comparison == 4:
        return special_gt(left, right)
    return special_ge(left, right)


def comparison_refused(left, right, comparison):
    """The method of the left operand answered NotImplemented: what the right one says."""
    method = _special(right, ('__gt__', '__ge__', '__eq__', '__ne__', '__lt__', '__le__')[comparison])
    result = NotImplemented if _is_missing(method) else method(left)
    if result is NotImplemented:
        if comparison == 2:
            return left is right
        if comparison == 3:
            return left is not right
        raise_order(left, right, ('<', '<=', '', '', '>', '>=')[comparison])
    return result


def equality_refused(left, right):
    return comparison_refused(left, right, 2)


def raise_order(left, right, symbol):
    raise TypeError(f"'{symbol}' not supported between instances of '{type(left).__name__}' and "
                    f"'{type(right).__name__}'")


def special_lt(left, right):
    result = compare_special(left, right, '__lt__', '__gt__')
    if result is NotImplemented:
        raise_order(left, right, '<')
    return result


def special_le(left, right):
    result = compare_special(left, right, '__le__', '__ge__')
    if result is NotImplemented:
        raise_order(left, right, '<=')
    return result


def special_gt(left, right):
    result = compare_special(left, right, '__gt__', '__lt__')
    if result is NotImplemented:
        raise_order(left, right, '>')
    return result


def special_ge(left, right):
    result = compare_special(left, right, '__ge__', '__le__')
    if result is NotImplemented:
        raise_order(left, right, '>=')
    return result


def special_hash(value):
    method = _special(value, '__hash__')
    if _is_missing(method) or method is None:
        raise TypeError(f"unhashable type: '{type(value).__name__}'")
    return checked_hash(method())


def checked_hash(result):
    """The hash that an answer of __hash__ means."""
    if not isinstance(result, int):
        raise TypeError('__hash__ method should return an integer')
    return _hash_of_int(result)


def special_bool(value):
    method = _special(value, '__bool__')
    if not _is_missing(method):
        result = method()
        if result is True or result is False:
            return result
        raise TypeError(f'__bool__ should return bool, returned {type(result).__name__}')
    return special_len(value) != 0


def special_len(value):
    method = _special(value, '__len__')
    if _is_missing(method):
        raise TypeError(f"object of type '{type(value).__name__}' has no len()")
    return checked_length(method())


def checked_length(result):
    if not isinstance(result, int) and not hasattr(type(result), '__index__'):
        raise TypeError(f"'{type(result).__name__}' object cannot be interpreted as an integer")
    result = as_index(result)
    if result < 0:
        raise ValueError('__len__() should return >= 0')
    if result > 9223372036854775807:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return result


# --- text ---


def special_repr(value):
    method = _special(value, '__repr__')
    result = method()
    if not isinstance(result, str):
        raise TypeError(f'__repr__ returned non-string (type {type(result).__name__})')
    return result


def special_str(value):
    method = _special(value, '__str__')
    if _is_missing(method):
        method = _special(value, '__repr__')
        if _is_missing(method):
            return special_repr(value)
    result = method()
    if not isinstance(result, str):
        raise TypeError(f'__str__ returned non-string (type {type(result).__name__})')
    return result


def special_format(value, spec=''):
    method = _special(value, '__format__')
    if _is_missing(method):
        return object_format(value, spec)
    result = method(spec)
    if not isinstance(result, str):
        raise TypeError(f'__format__ must return a str, not {type(result).__name__}')
    return result


# --- containers ---


def special_get_item(container, key):
    method = _special(container, '__getitem__')
    if _is_missing(method):
        raise TypeError(f"'{type(container).__name__}' object is not subscriptable")
    return method(key)


def special_set_item(container, key, value):
    method = _special(container, '__setitem__')
    if _is_missing(method):
        raise TypeError(f"'{type(container).__name__}' object does not support item assignment")
    method(key, value)


def special_delete_item(container, key):
    method = _special(container, '__delitem__')
    if _is_missing(method):
        raise TypeError(f"'{type(container).__name__}' object doesn't support item deletion")
    method(key)


def dict_missing(self, key):
    """A dict subclass's own __getitem__ found nothing."""
    method = _special(self, '__missing__')
    if _is_missing(method):
        raise KeyError(key)
    return method(key)


def special_contains(container, item):
    method = _special(container, '__contains__')
    if _is_missing(method):
        for found in container:
            if found is item or found == item:
                return True
        return False
    if method is None:
        raise TypeError(f"'{type(container).__name__}' object is not a container")
    if method(item):
        return True
    return False


def special_iter(value):
    method = _special(value, '__iter__')
    if _is_missing(method):
        if _is_missing(_special(value, '__getitem__')):
            raise TypeError(f"'{type(value).__name__}' object is not iterable")
        return sequence_items(value)
    if method is None:
        raise TypeError(f"'{type(value).__name__}' object is not iterable")
    iterator = method()
    if not _is_iterator(iterator):
        raise TypeError(f"iter() returned non-iterator of type '{type(iterator).__name__}'")
    return iterator


def sequence_items(sequence):
    i = 0
    while True:
        try:
            item = sequence[i]
        except (IndexError, StopIteration):
            return
        yield item
        i += 1


def special_next(iterator):
    method = _special(iterator, '__next__')
    if _is_missing(method):
        raise TypeError(f"'{type(iterator).__name__}' object is not an iterator")
    return method()


# --- attributes ---


def special_bind(obj, name):
    """The special method of a class where a descriptor is written in Python."""
    found = _class_find(type(obj), name)
    return _class_find(type(found), '__get__')(found, obj, type(obj))


def attribute_get(obj, name):
    """obj.name where __getattribute__, __getattr__ or a descriptor is written in Python."""
    custom = _special_function(obj, '__getattribute__')
    fallback = _special(obj, '__getattr__')
    if _is_missing(fallback):
        if _is_missing(custom):
            return attribute_plain(obj, name)
        return custom(obj, name)
    try:
        if _is_missing(custom):
            return attribute_plain(obj, name)
        return custom(obj, name)
    except AttributeError:
        pass
    return fallback(name)


def attribute_plain(obj, name):
    """What object.__getattribute__ or type.__getattribute__ finds."""
    cls = type(obj)
    found = _class_find(cls, name)
    if not _is_class(obj) and (_is_missing(found) or _is_plain_function(found)):
        if name == '__origin__' and _alias_form(obj) is not None:
            return typing_form_origin(obj, name)
        return _attribute_plain(obj, name)
    getter = _class_find(type(found), '__get__')
    if not _is_missing(found) and _is_data_descriptor(found):
        if _is_missing(getter):
            return _attribute_plain(obj, name)
        return getter(found, obj, cls)
    if _is_class(obj):
        own = _class_find(obj, name)
        if not _is_missing(own):
            own_getter = _class_find(type(own), '__get__')
            if _is_missing(own_getter):
                return own
            return own_getter(own, None, obj)
    else:
        own = _own_find(obj, name)
        if not _is_missing(own):
            return own
    if not _is_missing(found):
        if not _is_missing(getter):
            return getter(found, obj, cls)
        return found
    return _attribute_plain(obj, name)


def getattr_slow(object, name, default=None, /):
    return attribute_get(object, name)


def getattr_default(object, name, default, /):
    try:
        return attribute_get(object, name)
    except AttributeError:
        return default


def hasattr_slow(obj, name, /):
    try:
        attribute_get(obj, name)
    except AttributeError:
        return False
    return True


def super_attribute(sup, name):
    found = _super_find(sup, name)
    getter = _class_find(type(found), '__get__')
    if _is_missing(getter):
        return found
    obj = sup.__self__
    if obj is sup.__self_class__:
        return getter(found, None, obj)
    return getter(found, obj, sup.__self_class__)


def super_new(cls, /, start, instance):
    return super_proxy(super(start), start, instance)


def super_init(self, /, start, instance):
    super_proxy(self, start, instance)


def super_proxy(made, start, instance):
    """super() of what is no instance of the class, but may say that it is."""
    claimed = getattr(instance, '__class__', None)
    if not _is_class(claimed) or not _is_subclass(claimed, start):
        _raise_wrong_super(start, instance)
    return _super_proxy(made, start, instance, claimed)


def super_get(self, instance, owner=None, /):
    if instance is None or self.__self__ is not None:
        return self
    return type(self)(self.__thisclass__, instance)


def attribute_set(obj, name, value):
    custom = _special_function(obj, '__setattr__')
    if _is_missing(custom):
        attribute_set_plain(obj, name, value)
    else:
        custom(obj, name, value)


def attribute_set_plain(obj, name, value):
    found = _class_find(type(obj), name)
    if not _is_missing(found):
        setter = _class_find(type(found), '__set__')
        if not _is_missing(setter):
            setter(found, obj, value)
            return
        if not _is_missing(_class_find(type(found), '__delete__')):
            raise AttributeError('__set__')
    if name == '__bases__' and _is_class(obj):
        class_set_bases(obj, value)
        return
    _attribute_set_plain(obj, name, value)


def attribute_delete(obj, name):
    custom = _special_function(obj, '__delattr__')
    if _is_missing(custom):
        attribute_delete_plain(obj, name)
    else:
        custom(obj, name)


def attribute_delete_plain(obj, name):
    found = _class_find(type(obj), name)
    if not _is_missing(found):
        deleter = _class_find(type(found), '__delete__')
        if not _is_missing(deleter):
            deleter(found, obj)
            return
        if not _is_missing(_class_find(type(found), '__set__')):
            raise AttributeError('__delete__')
    _attribute_delete_plain(obj, name)


# --- descriptors ---


def property_get(self, instance, owner=None, /):
    if instance is None:
        return self
    getter = self.fget
    if getter is None:
        raise AttributeError(f'property {property_title(self, instance)} has no getter')
    return getter(instance)


def property_title(prop, instance):
    name = _property_name(prop)
    if name is None:
        return f'of {type(instance).__qualname__!r} object'
    return f'{name!r} of {type(instance).__qualname__!r} object'


def property_set(self, instance, value, /):
    setter = self.fset
    if setter is None:
        raise AttributeError(f'property {property_title(self, instance)} has no setter')
    setter(instance, value)


def property_delete(self, instance, /):
    deleter = self.fdel
    if deleter is None:
        raise AttributeError(f'property {property_title(self, instance)} has no deleter')
    deleter(instance)


def property_getter(self, fget, /):
    return property_copy(self, fget, self.fset, self.fdel)


def property_setter(self, fset, /):
    return property_copy(self, self.fget, fset, self.fdel)


def property_deleter(self, fdel, /):
    return property_copy(self, self.fget, self.fset, fdel)


def property_copy(prop, fget, fset, fdel):
    made = type(prop)(fget, fset, fdel, _property_doc(prop))
    name = _property_name(prop)
    if name is not None and isinstance(made, property):
        property.__set_name__(made, None, name)
    return made


def property_doc(prop, name):
    getter = prop.fget
    if getter is None:
        return None
    return getattr(getter, '__doc__', None)


def property_init(self, fget=None, fset=None, fdel=None, doc=None):
    """property.__init__ of an instance of a subclass: what its getter says of itself becomes its own attribute."""
    _property_fill(self, fget, fset, fdel, doc)
    given = doc is not None
    if not given and fget is not None:
        doc = getattr(fget, '__doc__', None)
    if given or doc is None:
        if _host_minor() < 12:
            return
        try:
            self.__doc__ = doc
        except AttributeError:
            pass
    else:
        self.__doc__ = doc


def property_abstract(self, name):
    for function in (self.fget, self.fset, self.fdel):
        if function is not None and getattr(function, '__isabstractmethod__', False):
            return True
    return False


def static_method_get(self, instance, owner=None, /):
    return self.__func__


def static_method_call(self, /, *args, **keywords):
    return self.__func__(*args, **keywords)


def class_method_get(self, instance, owner=None, /):
    if owner is None:
        owner = type(instance)
    function = self.__func__
    getter = _class_find(type(function), '__get__')
    if not _is_missing(getter) and not _is_plain_function(function):
        return getter(function, owner, type(owner))
    return _bound_method(function, owner)


def member_get(self, instance, owner=None, /):
    if instance is None:
        return self
    return _member_get(self, instance)


def function_get(self, instance, owner=None, /):
    if instance is None and owner is not type(None):
        return self
    return _bound_method(self, instance)


def method_wrapper_repr(wrapper):
    return f'<{type(wrapper).__name__}({wrapper.__func__!r})>'
