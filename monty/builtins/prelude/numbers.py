"""Functions on numbers where an argument is an instance: its class's special methods answer."""


def int_new(cls, x=0, /, base=None):
    if base is not None:
        return int(x, as_index(base))
    kind = type(x)
    method = _special(x, '__int__')
    if not _is_missing(method):
        result = method()
        if not isinstance(result, int):
            raise TypeError(f'__int__ returned non-int (type {type(result).__name__})')
        return _plain_number(result)
    if not _is_missing(_special(x, '__index__')):
        return as_index(x)
    method = _special(x, '__trunc__')
    if not _is_missing(method):
        result = method()
        if isinstance(result, int):
            return _plain_number(result)
        if not hasattr(type(result), '__index__'):
            raise TypeError(f'__trunc__ returned non-Integral (type {type(result).__name__})')
        return as_index(result)
    raise TypeError(f"int() argument must be a string, a bytes-like object or a real number, not '{kind.__name__}'")


def bool_new(cls, x=False, /):
    return not not x


def int_to_bytes(self, length=1, byteorder='big', *, signed=False):
    return self.to_bytes(as_index(length), byteorder, signed=not not signed)


def int_bytes_of(value):
    if not hasattr(type(value), '__bytes__'):
        try:
            value = [*value]
        except TypeError:
            raise TypeError(f"cannot convert '{type(value).__name__}' object to bytes") from None
    return bytes(value)


def int_from_bytes(cls, bytes, byteorder='big', *, signed=False):
    if cls is not int:
        return cls(int.from_bytes(bytes, byteorder, signed=signed))
    return int.from_bytes(int_bytes_of(bytes), byteorder, signed=not not signed)


def float_fromhex(cls, string, /):
    return cls(float.fromhex(string))


def int_round_method(self, ndigits=None, /):
    return round(self, as_index(ndigits))


def abs_instance(x, /):
    method = getattr(type(x), '__abs__', None)
    if method is None:
        raise TypeError(f"bad operand type for abs(): '{type(x).__name__}'")
    return method(x)


def divmod_instances(x, y, /):
    left = type(x)
    right = type(y)
    method = getattr(left, '__divmod__', None)
    reflected = getattr(right, '__rdivmod__', None) if right is not left else None
    if reflected is not None and issubclass(right, left) and reflected is not getattr(left, '__rdivmod__', None):
        result = reflected(y, x)
        if result is not NotImplemented:
            return result
        reflected = None
    if method is not None:
        result = method(x, y)
        if result is not NotImplemented:
            return result
    if reflected is not None:
        result = reflected(y, x)
        if result is not NotImplemented:
            return result
    raise TypeError(f"unsupported operand type(s) for divmod(): '{left.__name__}' and '{right.__name__}'")


def pow_instances(base, exp, mod=None):
    if mod is None:
        return base ** exp
    method = getattr(type(base), '__pow__', None)
    if method is not None:
        result = method(base, exp, mod)
        if result is not NotImplemented:
            return result
    raise TypeError(f"unsupported operand type(s) for ** or pow(): '{type(base).__name__}', '{type(exp).__name__}', "
                    f"'{type(mod).__name__}'")


def round_instance(number, ndigits=None):
    if type(number) in (int, float, bool):
        return round(number, as_index(ndigits))
    method = getattr(type(number), '__round__', None)
    if method is None:
        raise TypeError(f"type {type(number).__name__} doesn't define __round__ method")
    if ndigits is None:
        return method(number)
    return method(number, ndigits)


def bin_instance(number, /):
    return bin(as_index(number))


def oct_instance(number, /):
    return oct(as_index(number))


def hex_instance(number, /):
    return hex(as_index(number))


def complex_operand(value, position):
    kind = type(value)
    if position == 0:
        method = getattr(kind, '__complex__', None)
        if method is not None and kind is not complex:
            result = method(value)
            if not isinstance(result, complex):
                raise TypeError(f'{kind.__name__}.__complex__() returned non-complex (type {type(result).__name__})')
            return result
    if isinstance(value, (int, float, complex)):
        return value
    if hasattr(kind, '__float__'):
        return float(value)
    if hasattr(kind, '__index__'):
        return float(as_index(value))
    if position == 0:
        raise TypeError(f"complex() first argument must be a string or a number, not '{kind.__name__}'")
    raise TypeError(f"complex() second argument must be a number, not '{kind.__name__}'")


def complex_construct(cls, real=0, imag=None):
    if imag is None:
        return complex(complex_operand(real, 0))
    return complex(complex_operand(real, 0), complex_operand(imag, 1))
