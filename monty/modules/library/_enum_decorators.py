"""Decorators of enumerations: verify() and global_enum(). The module enum imports this one, so functions import it."""

from _enum_namespace import _is_single_bit, _iter_bits_lsb


class verify:
    __module__ = 'enum'

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        from enum import CONTINUOUS, Flag, NAMED_FLAGS, UNIQUE
        is_flag = issubclass(enumeration, Flag)
        for check in self.checks:
            if check is UNIQUE:
                aliases = [(name, made.name) for name, made in enumeration.__members__.items() if name != made.name]
                if aliases:
                    details = ', '.join([f'{alias} -> {name}' for alias, name in aliases])
                    raise ValueError(f'aliases found in {enumeration!r}: {details}')
            elif check is CONTINUOUS:
                self._check_continuous(enumeration, is_flag)
            elif check is NAMED_FLAGS:
                self._check_named(enumeration)
        return enumeration

    def _check_continuous(self, enumeration, is_flag):
        values = {made.value for made in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if is_flag:
            wanted = [2 ** bit for bit in range(low.bit_length(), high.bit_length() - 1)]
        else:
            wanted = range(low + 1, high)
        missing = sorted([value for value in wanted if value not in values])
        if missing:
            raise ValueError(f'invalid {"flag" if is_flag else "enum"} {enumeration.__name__!r}: missing values '
                             f'{", ".join([str(value) for value in missing])}'[:256])

    def _check_named(self, enumeration):
        known = {made.value for made in enumeration}
        names = []
        missing = 0
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias.value < 0:
                continue
            unnamed = [bit for bit in _iter_bits_lsb(alias.value) if bit not in known]
            if unnamed:
                names.append(name)
                for bit in unnamed:
                    missing |= bit
        if names:
            if len(names) == 1:
                aliases = f'alias {names[0]} is missing'
            else:
                aliases = f'aliases {", ".join(names[:-1])} and {names[-1]} are missing'
            value = f'value 0x{missing:x}' if _is_single_bit(missing) else f'combined values of 0x{missing:x}'
            raise ValueError(f'invalid Flag {enumeration.__name__!r}: {aliases} {value} '
                             '[use enum.show_flag_values(value) for details]')


# --- members as globals ----------------------------------------------------------------------------------------------

def global_enum_repr(self):
    """The member as module.NAME."""
    module = self.__class__.__module__.split('.')[-1]
    return f'{module}.{self._name_}'


def global_flag_repr(self):
    """The flag as module.NAME, or module.NAME|module.NAME."""
    module = self.__class__.__module__.split('.')[-1]
    cls_name = self.__class__.__name__
    if self._name_ is None:
        return f'{module}.{cls_name}({self._value_!r})'
    if _is_single_bit(self._value_):
        return f'{module}.{self._name_}'
    if self._boundary_ != 'keep':
        return '|'.join([f'{module}.{name}' for name in self.name.split('|')])
    return '|'.join([name if name[0] in '0123456789' else f'{module}.{name}' for name in self._name_.split('|')])


def global_str(self):
    """The name alone."""
    if self._name_ is None:
        return f'{self.__class__.__name__}({self._value_!r})'
    return self._name_


def global_enum(cls, update_str=False):
    """Class decorator: members are shown as names of their module."""
    from enum import Flag, ReprEnum
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    return cls
