"""The module enum: enumerations, and flags that combine."""

import sys
from types import DynamicClassAttribute, MappingProxyType

from _monty import _fieldwise

_builtin_property = property

from _enum_namespace import (EnumDict, _is_descriptor, _is_dunder, _is_private, _is_single_bit, _is_sunder,
                             _iter_bits_lsb, auto, bin, member, nonmember, property, show_flag_values)
from _enum_decorators import global_enum, global_enum_repr, global_flag_repr, global_str, verify

__all__ = [
    'EnumType', 'EnumMeta', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique', 'property',
    'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP', 'global_flag_repr',
    'global_enum_repr', 'global_str', 'global_enum', 'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE',
]

_since_12 = sys.version_info >= (3, 12)
_since_13 = sys.version_info >= (3, 13)

if _since_13:
    __all__.append('EnumDict')

_EnumDict = EnumDict

# The first classes are made before these exist.
Enum = Flag = EJECT = KEEP = ReprEnum = None

_not_given = object()


# --- members ---------------------------------------------------------------------------------------------------------

class _proto_member:
    """Stands in the namespace of a new class for a member, and becomes it when the class exists."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, enum_class, member_name):
        delattr(enum_class, member_name)
        made, value = self.make(enum_class, member_name)
        made._name_ = member_name
        made.__objclass__ = enum_class
        args = self.arguments(enum_class)
        made.__init__(*args)
        made._sort_order_ = len(enum_class._member_names_)
        is_flag = Flag is not None and issubclass(enum_class, Flag)
        if is_flag and isinstance(value, int):
            if _since_12 and value < 0 and enum_class._boundary_ is not KEEP:
                pass
            else:
                enum_class._flag_mask_ |= value
                if _is_single_bit(value):
                    enum_class._singles_mask_ |= value
                enum_class._all_bits_ = 2 ** enum_class._flag_mask_.bit_length() - 1
        other = _member_with_value(enum_class, value)
        if other is not None:
            made = other
        elif not is_flag or (_is_single_bit(value) if isinstance(value, int) else _since_12):
            enum_class._member_names_.append(member_name)
        _add_member(enum_class, member_name, made)
        try:
            enum_class._value2member_map_.setdefault(value, made)
        except TypeError:
            # linear search finds those that cannot be hashed
            enum_class._unhashable_values_.append(value)
            if _since_13:
                enum_class._unhashable_values_map_.setdefault(member_name, []).append(value)

    def arguments(self, enum_class):
        value = self.value
        args = value if isinstance(value, tuple) else (value,)
        return (args,) if enum_class._member_type_ is tuple else args

    def make(self, enum_class, member_name):
        value = self.value
        args = self.arguments(enum_class)
        if enum_class._use_args_:
            made = enum_class._new_member_(enum_class, *args)
        else:
            made = enum_class._new_member_(enum_class)
        if not hasattr(made, '_value_'):
            if enum_class._member_type_ is object:
                made._value_ = value
            else:
                try:
                    made._value_ = enum_class._member_type_(*args)
                except Exception as error:
                    raise TypeError('_value_ not set in __new__, unable to create it') from error
        return made, made._value_


def _member_with_value(enum_class, value):
    try:
        return enum_class._value2member_map_.get(value)
    except TypeError:
        for other in enum_class._member_map_.values():
            if other._value_ == value:
                return other
    return None


def _add_member(enum_class, name, made):
    """The member as an attribute of its class; through a property where a base has one of that name."""
    for base in enum_class.__mro__[1:]:
        found = base.__dict__.get(name)
        if found is None:
            continue
        if isinstance(found, (property, DynamicClassAttribute)):
            redirect = property()
            redirect.member = made
            redirect.__set_name__(enum_class, name)
            redirect.fget = found.fget
            redirect.fset = found.fset
            redirect.fdel = found.fdel
            type.__setattr__(enum_class, name, redirect)
            break
        if _is_descriptor(found):
            redirect = property()
            redirect.member = made
            redirect.__set_name__(enum_class, name)
            redirect._inherited = found
            type.__setattr__(enum_class, name, redirect)
            break
    else:
        type.__setattr__(enum_class, name, made)
    enum_class._member_map_[name] = made


# --- the metaclass ---------------------------------------------------------------------------------------------------

class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        if bases:
            member_type, first_enum = metacls._get_mixins_(cls, bases)
            if first_enum is not None:
                namespace['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_', None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        member_names = classdict._member_names
        ignored = classdict.get('_ignore_', [])
        contents = {name: value for name, value in classdict.items() if name != '_ignore_' and name not in ignored}
        invalid = set(member_names) & {'mro', ''}
        if invalid:
            raise ValueError(f'invalid enum member name(s) {",".join([repr(name) for name in invalid])}')
        order = contents.pop('_order_', None)
        generate = contents.get('_generate_next_value_')
        if generate is not None and not isinstance(generate, staticmethod):
            contents['_generate_next_value_'] = staticmethod(generate)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new_member, save_new, use_args = metacls._find_new_(contents, member_type, first_enum)
        contents['_new_member_'] = new_member
        contents['_use_args_'] = use_args
        for name in member_names:
            if name in contents:
                contents[name] = _proto_member(contents[name])
        contents['_member_names_'] = []
        contents['_member_map_'] = {}
        contents['_value2member_map_'] = {}
        contents['_unhashable_values_'] = []
        if _since_13:
            contents['_unhashable_values_map_'] = {}
        contents['_member_type_'] = member_type
        contents['_value_repr_'] = metacls._find_data_repr_(cls, bases)
        contents['_boundary_'] = boundary or getattr(first_enum, '_boundary_', None)
        contents['_flag_mask_'] = 0
        contents['_singles_mask_'] = 0
        contents['_all_bits_'] = 0
        contents['_inverted_'] = None
        try:
            enum_class = super().__new__(metacls, cls, bases, contents, **kwds)
        except RuntimeError as error:
            # before 3.12 what __set_name__ raises is the cause of a RuntimeError
            if not _since_12 and error.__cause__ is not None:
                raise error.__cause__
            raise
        except Exception as error:
            if hasattr(error, '__notes__'):
                del error.__notes__
            raise
        metacls._complete(enum_class, contents, member_type, first_enum, new_member, save_new, order)
        return enum_class

    @classmethod
    def _complete(metacls, enum_class, contents, member_type, first_enum, new_member, save_new, order):
        if ReprEnum is not None and ReprEnum in enum_class.__bases__:
            if '__format__' not in contents:
                contents['__format__'] = member_type.__format__
                type.__setattr__(enum_class, '__format__', member_type.__format__)
            if '__str__' not in contents:
                # str() of most types is their repr(), and that is the enumeration's here.
                shows = member_type.__repr__ if member_type.__str__ is object.__str__ else member_type.__str__
                contents['__str__'] = shows
                type.__setattr__(enum_class, '__str__', shows)
        # The mixed-in type's own text is not wanted, unless the class says so.
        for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
            if name in contents or first_enum is None:
                continue
            found = getattr(enum_class, name, None)
            if found is getattr(object, name, None) or found is getattr(member_type, name, None):
                from_enum = getattr(first_enum, name, None)
                if from_enum is not None:
                    type.__setattr__(enum_class, name, from_enum)
        is_flag = Flag is not None and issubclass(enum_class, Flag)
        if is_flag:
            for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'):
                if name not in contents:
                    type.__setattr__(enum_class, name, getattr(Flag, name))
        if Enum is not None:
            if save_new:
                type.__setattr__(enum_class, '__new_member__', new_member)
            type.__setattr__(enum_class, '__new__', Enum.__new__)
        if isinstance(order, str):
            order = order.replace(',', ' ').split()
        if is_flag:
            values = [enum_class._member_map_[name]._value_ for name in enum_class._member_names_]
            if values != sorted(values):
                type.__setattr__(enum_class, '_iter_member_', enum_class._iter_member_by_def_)
            if order:
                order = [name for name in order if name not in enum_class._member_map_
                         or name in enum_class._member_names_]
        if order:
            order = [name for name in order if name not in enum_class._member_map_
                     or name in enum_class._member_map_ and enum_class._member_map_[name]._name_ == name]
            if order != enum_class._member_names_:
                raise TypeError(f'member order does not match _order_:\n  {enum_class._member_names_!r}\n  {order!r}')

    def __bool__(cls):
        return True

    if _since_12:
        def __call__(cls, value=_not_given, names=_not_given, *values, module=None, qualname=None, type=None, start=1,
                     boundary=None):
            if cls._member_map_:
                if value is _not_given:
                    return cls.__new__(cls) if _since_13 else cls.__new__(cls, value)
                if names is not _not_given:
                    value = (value, names, *values)
                return cls.__new__(cls, value)
            if names is _not_given and type is None:
                raise TypeError(f'{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum')
            return cls._create_(value, None if names is _not_given else names, module=module, qualname=qualname,
                                type=type, start=start, boundary=boundary)
    else:
        def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
            if names is None:
                return cls.__new__(cls, value)
            return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start,
                                boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if not _since_12:
            if not isinstance(value, Enum):
                raise TypeError(f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' and "
                                f"'{cls.__class__.__qualname__}'")
            return False
        if _since_13 and issubclass(cls, Flag):
            try:
                return isinstance(cls._missing_(value), cls)
            except ValueError:
                return False
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {attr!r}.')
        super().__delattr__(attr)

    def __dir__(cls):
        names = {'__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__', '__members__',
                 '__module__', '__name__', '__qualname__', *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            names.add('__new__')
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add('__init_subclass__')
        if cls._member_type_ is object:
            return sorted(names)
        return sorted(set(dir(cls._member_type_)) | names)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        members = cls._member_map_
        return (members[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        """The members by name, aliases with them; it cannot be written."""
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f'<flag {cls.__name__!r}>'
        return f'<enum {cls.__name__!r}>'

    def __reversed__(cls):
        members = cls._member_map_
        return (members[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """The functional form: a new enumeration with these names."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        first_enum = cls._get_mixins_(class_name, bases)[1]
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            given, names = names, []
            last_values = []
            for count, name in enumerate(given):
                value = first_enum._generate_next_value_(name, start, count, last_values[:])
                last_values.append(value)
                names.append((name, value))
        if names is None:
            names = ()
        for item in names:
            if isinstance(item, str):
                name, value = item, names[item]
            else:
                name, value = item
            classdict[name] = value
        if module is not None:
            classdict['__module__'] = module
        else:
            classdict['__module__'] = '__main__'
        if qualname is not None:
            classdict['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f'<enum {class_name!r}> cannot extend {base!r}')

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """(the data type mixed in, the enumeration inherited from)."""
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError('new enumerations should be created as '
                            '`EnumName([mixin_type, ...] [data_type,] enum_type)`')
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        data_types = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        if base._member_type_ not in data_types:
                            data_types.append(base._member_type_)
                        break
                elif '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__:
                    found = candidate or base
                    if found not in data_types:
                        data_types.append(found)
                    break
                else:
                    candidate = candidate or base
        if len(data_types) > 1:
            if _since_12:
                raise TypeError(f'too many data types for {class_name!r}: {set(data_types)!r}')
            raise TypeError(f'{class_name!r}: too many data types: {set(data_types)!r}')
        return data_types[0] if data_types else None

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        """How the values are shown inside repr(); None is repr."""
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if '__repr__' in base.__dict__:
                    parameters = base.__dict__.get('__dataclass_params__')
                    if _since_12 and parameters is not None and parameters.repr and '__dataclass_fields__' in base.__dict__:
                        return _dataclass_repr
                    return base.__dict__['__repr__']
        return None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """(the function that makes members, whether the class defined it, whether it takes the values)."""
        own = classdict.get('__new__')
        save_new = first_enum is not None and own is not None
        if own is None:
            ignored = {None, None.__new__, object.__new__}
            if Enum is not None:
                ignored.add(Enum.__new__)
            for method in ('__new_member__', '__new__'):
                for possible in (member_type, first_enum):
                    target = getattr(possible, method, None)
                    if target not in ignored:
                        own = target
                        break
                if own is not None:
                    break
            else:
                own = object.__new__
        if isinstance(own, staticmethod):
            own = own.__func__
        if first_enum is None or own in (getattr(Enum, '__new__', None), object.__new__):
            return own, save_new, False
        return own, save_new, True


EnumMeta = EnumType


def _hash_of(name):
    """The method __hash__ of Enum: that of an attribute, by which the machine finds members in dicts without a call."""
    def __hash__(self):
        return hash(getattr(self, name))
    __hash__.__qualname__ = 'Enum.__hash__'
    return _fieldwise(__hash__)


# --- Enum ------------------------------------------------------------------------------------------------------------

class Enum(metaclass=EnumType):
    """The base of enumerations: each name in the body of a subclass becomes a member with that name and value."""

    def __new__(cls, value=_not_given):
        if value is _not_given:
            raise TypeError("Enum.__new__() missing 1 required positional argument: 'value'")
        if type(value) is cls:
            return value
        try:
            found = cls._value2member_map_.get(value, _not_given)
            if found is not _not_given:
                return found
        except TypeError:
            for found in cls._member_map_.values():
                if found._value_ == value:
                    return found
        # super().__new__() of a class that defines __new__ leads here too.
        if not cls._member_map_:
            raise TypeError(f'{cls!r} has no members defined')
        try:
            error = None
            result = cls._missing_(value)
        except Exception as raised:
            error = raised
            result = None
        if isinstance(result, cls):
            return result
        if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
            return result
        invalid = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        if result is None and error is None:
            raise invalid
        if error is None:
            error = TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')
        if not isinstance(error, ValueError):
            error.__context__ = invalid
        raise error

    def __init__(self, *args, **kwds):
        pass

    if _since_13:
        def _add_alias_(self, name):
            """Give the member another name."""
            _add_member(self.__class__, name, self)

        def _add_value_alias_(self, value):
            """Give the member another value by which it is found."""
            cls = self.__class__
            other = _member_with_value(cls, value)
            if other is not None:
                if other is not self:
                    raise ValueError(f'{value!r} is already bound: {other!r}')
                return
            try:
                cls._value2member_map_.setdefault(value, self)
            except TypeError:
                cls._unhashable_values_.append(value)
                cls._unhashable_values_map_.setdefault(self.name, []).append(value)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): one more than the highest (before 3.13: than the last that is a number)."""
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            if _since_13:
                raise TypeError('unable to sort non-numeric values') from None
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return f'<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __dir__(self):
        names = set()
        if self.__class__._member_type_ is not object:
            names = set(object.__dir__(self))
        for name in getattr(self, '__dict__', ()):
            if name[0] != '_' and name not in self._member_map_:
                names.add(name)
        for cls in self.__class__.mro():
            for name, value in cls.__dict__.items():
                if name[0] == '_':
                    continue
                if isinstance(value, property):
                    if value.fget is not None or name not in self._member_map_:
                        names.add(name)
                    else:
                        names.discard(name)
                elif name not in self._member_map_:
                    names.add(name)
        return sorted({'__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value'} | names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    __hash__ = _hash_of('_name_')

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    """Only repr() is an enumeration's; str() and format() are those of the data type."""


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f'encoding must be a string, not {values[1]!r}')
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f'errors must be a string, not {values[2]!r}')
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The name in lower case."""
        return name.lower()


# --- flags -----------------------------------------------------------------------------------------------------------

class FlagBoundary(StrEnum):
    """What happens to bits that no flag has."""

    STRICT = auto()     # an error
    CONFORM = auto()    # they are left out
    EJECT = auto()      # the result is an int
    KEEP = auto()       # they stay


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The next power of two."""
        if not last_values:
            return start if start is not None else 1
        last_value = max(last_values)
        try:
            high_bit = last_value.bit_length() - 1
        except Exception:
            raise TypeError(f'invalid flag value {last_value!r}') from None
        return 2 ** (high_bit + 1)

    @classmethod
    def _iter_member_by_value_(cls, value):
        """The flags of a value, the lowest first."""
        for bit in _iter_bits_lsb(value & cls._flag_mask_):
            found = cls._value2member_map_.get(bit)
            if found is not None:
                yield found

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        """The flags of a value in the order of their definition."""
        return iter(sorted(cls._iter_member_by_value_(value), key=lambda flag: flag._sort_order_))

    @classmethod
    def _missing_(cls, value):
        """The member for a value made of several flags; it is made when it is first asked for."""
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        flag_mask = cls._flag_mask_
        singles_mask = cls._singles_mask_
        all_bits = cls._all_bits_
        negative = None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ flag_mask):
            if cls._boundary_ is STRICT:
                max_bits = max(value.bit_length(), flag_mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n    given {bin(value, max_bits)}\n  allowed '
                                 f'{bin(flag_mask, max_bits)}')
            if cls._boundary_ is CONFORM:
                value = value & flag_mask
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is KEEP:
                if value < 0:
                    value = max(all_bits + 1, 2 ** value.bit_length()) + value
            else:
                raise ValueError(f'{cls!r} unknown flag boundary {cls._boundary_!r}')
        if value < 0:
            negative = value
            if _since_12 and cls._boundary_ is not EJECT and cls._boundary_ is not KEEP:
                value = singles_mask & value
            else:
                value = all_bits + 1 + value
        unknown = value & ~flag_mask
        aliases = value & ~singles_mask
        named = value & singles_mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError(f'{cls.__name__}({value!r}) -->  unknown values {unknown!r} [{bin(unknown)}]')
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        if not hasattr(made, '_value_'):
            made._value_ = value
        made._name_ = cls._combined_name(value, named, aliases) if named or aliases else None
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    @classmethod
    def _combined_name(cls, value, named, aliases):
        """NAME|NAME, and the bits without a name as a number."""
        flags = list(cls._iter_member_(named))
        combined = 0
        for flag in flags:
            combined |= flag._value_
        if aliases:
            for flag in cls._member_map_.values():
                bits = flag._value_
                if bits and bits & value == bits and flag not in flags:
                    flags.append(flag)
                    combined |= bits
        if not combined:
            return None
        name = '|'.join([flag._name_ for flag in flags])
        unknown = value ^ combined
        if not unknown:
            return name
        if cls._boundary_ is STRICT:
            raise ValueError(f'{cls!r}: no members with value {unknown!r}')
        return f'{name}|{cls._numeric_repr_(unknown)}'

    def __contains__(self, other):
        """Whether all flags of another are in this one."""
        if other.__class__ is not self.__class__ and not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                            f'{self.__class__.__qualname__!r}')
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        """The flags that this one is made of, in the order of their definition."""
        return self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = self.__class__
        show = cls._value_repr_ or repr
        if self._name_ is None:
            return f'<{cls.__name__}: {show(self._value_)}>'
        return f'<{cls.__name__}.{self._name_}: {show(self._value_)}>'

    def __str__(self):
        if self._name_ is None:
            return f'{self.__class__.__name__}({self._value_!r})'
        return f'{self.__class__.__name__}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        cls = self.__class__
        value = other._value_ if other.__class__ is cls else self._get_value(other)
        if value is NotImplemented:
            return NotImplemented
        if _since_12:
            _refuse_none(self, other, '|')
        return _member_of(cls, self._value_ | value)

    def __and__(self, other):
        cls = self.__class__
        value = other._value_ if other.__class__ is cls else self._get_value(other)
        if value is NotImplemented:
            return NotImplemented
        if _since_12:
            _refuse_none(self, other, '&')
        return _member_of(cls, self._value_ & value)

    def __xor__(self, other):
        cls = self.__class__
        value = other._value_ if other.__class__ is cls else self._get_value(other)
        if value is NotImplemented:
            return NotImplemented
        if _since_12:
            _refuse_none(self, other, '^')
        return _member_of(cls, self._value_ ^ value)

    def __invert__(self):
        if _since_12 and self._value_ is None:
            raise TypeError(f"'{self}' cannot be inverted")
        if self._inverted_ is None:
            if self._boundary_ is EJECT or self._boundary_ is KEEP:
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._singles_mask_ & ~self._value_)
        return self._inverted_

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


def _member_of(cls, value):
    """cls(value), which mostly is a member that is there."""
    if cls.__class__ is EnumType:
        found = cls._value2member_map_.get(value)
        if found is not None:
            return found
    return cls(value)


def _refuse_none(first, second, sign):
    for flag in (first, second):
        if isinstance(flag, Flag) and flag._value_ is None:
            raise TypeError(f"'{flag}' cannot be combined with other flags with {sign}")


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    pass


# --- decorators ------------------------------------------------------------------------------------------------------

def unique(enumeration):
    aliases = [(name, made.name) for name, made in enumeration.__members__.items() if name != made.name]
    if aliases:
        details = ', '.join([f'{alias} -> {name}' for alias, name in aliases])
        raise ValueError(f'duplicate values found in {enumeration!r}: {details}')
    return enumeration


class EnumCheck(StrEnum):
    """What verify() can check."""

    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """Class decorator: an enumeration made of an ordinary class."""
    def convert(cls):
        metacls = etype.__class__
        namespace = metacls.__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ('__dict__', '__weakref__'):
                namespace[name] = value
        return metacls(cls.__name__, (etype,), namespace, boundary=boundary)
    return convert


def _test_simple_enum(checked_enum, simple_enum):
    """Compare an enumeration with one made by _simple_enum."""
    if list(checked_enum.__members__) != list(simple_enum.__members__):
        raise TypeError('enum mismatch: different members')
