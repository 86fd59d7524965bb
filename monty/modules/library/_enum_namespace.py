"""What the module enum is made of below its classes: the namespace of a class body, auto, property."""

import sys
from types import DynamicClassAttribute

_since_13 = sys.version_info >= (3, 13)
_property = property
_no_auto_value = object()


# --- what names and values are ---------------------------------------------------------------------------------------

class nonmember:
    """Keeps a value from becoming a member."""

    __module__ = 'enum'

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value a member that would not be one: a function, a class."""

    __module__ = 'enum'

    def __init__(self, value):
        self.value = value


def _is_descriptor(value):
    return hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__')


def _is_dunder(name):
    return (len(name) > 4 and name[:2] == '__' and name[-2:] == '__' and name[2] != '_' and name[-3] != '_')


def _is_sunder(name):
    return (len(name) > 2 and name[0] == '_' and name[-1] == '_' and name[1] != '_' and name[-2] != '_')


def _is_private(class_name, name):
    start = f'_{class_name}__'
    return (len(name) > len(start) and name.startswith(start) and name[len(start)] != '_'
            and (name[-1] != '_' or name[-2] != '_'))


def _is_inner_class(class_name, value):
    if not isinstance(value, type):
        return False
    qualified = getattr(value, '__qualname__', '')
    parts = qualified.split('.')
    return len(parts) > 1 and parts[-2] == class_name and parts[-1] == value.__name__


def _is_single_bit(number):
    return number != 0 and number & (number - 1) == 0


def _iter_bits_lsb(number):
    """The single bits of a number that is not negative, the lowest first."""
    if number < 0:
        raise ValueError(f'{number} is not a positive integer')
    while number:
        bit = number & -number
        yield bit
        number ^= bit


def bin(num, max_bits=None):
    """The bits of a number as two's complement, the sign apart: 0b0 1010."""
    ceiling = 2 ** num.bit_length()
    if num >= 0:
        shown = format(num + ceiling, 'b')[1:]
        sign = '0b0 '
    else:
        shown = format(~num ^ (ceiling - 1) + ceiling, 'b')[1:]
        sign = '0b1 '
    if max_bits is not None and len(shown) < max_bits:
        shown = (sign[-2] * max_bits + shown)[-max_bits:]
    return sign + shown


def show_flag_values(value):
    """The values of the flags that a value is made of."""
    return list(_iter_bits_lsb(value))


def _make_unpicklable(obj):
    def refuse(self, protocol):
        raise TypeError(f'{self!r} cannot be pickled')
    if isinstance(obj, dict):
        obj['__reduce_ex__'] = refuse
        obj['__module__'] = '<unknown>'
    else:
        setattr(obj, '__reduce_ex__', refuse)
        setattr(obj, '__module__', '<unknown>')


# --- auto and property -----------------------------------------------------------------------------------------------

class auto:
    """Stands for a value that _generate_next_value_() chooses."""

    __module__ = 'enum'

    def __init__(self, value=_no_auto_value):
        self.value = value

    def __repr__(self):
        return f'auto({"" if self.value is _no_auto_value else repr(self.value)})'


class property(DynamicClassAttribute):
    """A property of members. Through the class, the member of that name is meant, if there is one."""

    __module__ = 'enum'

    fget = fset = fdel = member = None
    _inherited = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}')
        if self.fget is not None:
            return self.fget(instance)
        if self._inherited is not None:
            return _read(self._inherited, instance, ownerclass)
        if self.member is not None:
            return self.member
        raise AttributeError(f'{ownerclass!r} member has no attribute {self.name!r}')

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError(f'<enum {self.clsname!r}> cannot set attribute {self.name!r}')

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError(f'<enum {self.clsname!r}> cannot delete attribute {self.name!r}')

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


def _read(attribute, instance, cls):
    get = getattr(type(attribute), '__get__', None)
    return attribute if get is None else get(attribute, instance, cls)


def _dataclass_repr(self):
    return ', '.join([f'{name}={getattr(self, name)!r}' for name, field in self.__dataclass_fields__.items() if field.repr])


# --- the namespace of a class body -------------------------------------------------------------------------------------

class EnumDict(dict):
    """The namespace of an enumeration's class body: it remembers the members in order and refuses names twice."""

    __module__ = 'enum'

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = cls_name

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._set_sunder(key, value)
        elif _is_dunder(key):
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value):
            pass
        elif _since_13 and self._cls_name is not None and _is_inner_class(self._cls_name, value):
            pass
        else:
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if isinstance(value, member):
                value = value.value
            value = self._member_value(key, value)
        super().__setitem__(key, value)

    def _set_sunder(self, key, value):
        if key not in _SUNDERS:
            raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
        if key == '_generate_next_value_':
            if self._auto_called:
                raise TypeError('_generate_next_value_ must be defined before members')
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == '_ignore_':
            value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError(f'_ignore_ cannot specify already set names: {already!r}')
        return value

    def _member_value(self, key, value):
        if isinstance(value, auto):
            value = self._auto_value(key, value)
            store = False
        elif isinstance(value, tuple) and any([isinstance(item, auto) for item in value]):
            items = [self._auto_value(key, item) if isinstance(item, auto) else item for item in value]
            value = (tuple(items) if type(value) is tuple
                     else value._make(items) if hasattr(value, '_make') else type(value)(items))
            store = False
        else:
            store = True
        self._member_names[key] = None
        if store:
            self._last_values.append(value)
        return value

    def _auto_value(self, key, given):
        if given.value is _no_auto_value:
            given.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        self._last_values.append(given.value)
        return given.value

    def update(self, members, **more_members):
        """As dict.update(), each name checked."""
        try:
            names = members.keys()
        except AttributeError:
            for name, value in members:
                self[name] = value
        else:
            for name in names:
                self[name] = members[name]
        for name, value in more_members.items():
            self[name] = value

    if _since_13:
        @_property
        def member_names(self):
            """The names of the members so far."""
            return list(self._member_names)


_EnumDict = EnumDict
_SUNDERS = {'_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_',
            '_iter_member_by_value_', '_iter_member_by_def_'}
if _since_13:
    _SUNDERS |= {'_add_alias_', '_add_value_alias_'}
