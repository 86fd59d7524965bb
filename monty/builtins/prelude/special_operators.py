"""Operators where an operand is an instance of a class that the program defines: one function per operator, as the
machine calls them; the rules are in binary_special and inplace_special."""


def binary_special(left, right, name, reflected, symbol):
    left_class = type(left)
    right_class = type(right)
    first = False
    if left_class is not right_class and _subclass_overrides(right_class, left_class, reflected):
        # The right operand's class specialises the left one's: it is asked first.
        first = True
        method = _special(right, reflected)
        if not _is_missing(method):
            result = method(left)
            if result is not NotImplemented:
                return result
    # What a built-in sequence does with + and * comes last, as in CPython.
    last = (symbol[0] == '+' or symbol[0] == '*' and name != '__pow__') and isinstance(
        left, (str, list, tuple, bytes, bytearray)) and _is_missing(_special_function(left, name))
    own = _special(left, name)
    if not last and not _is_missing(own):
        result = own(right)
        if result is not NotImplemented:
            return result
    if left_class is not right_class and not first:
        method = _special(right, reflected)
        if not _is_missing(method):
            result = method(left)
            if result is not NotImplemented:
                return result
    if last:
        if symbol[0] == '*' and not isinstance(right, int) and hasattr(right_class, '__index__'):
            right = as_index(right)
        result = own(right)
        if result is not NotImplemented:
            return result
    raise_operands(left, right, symbol)


def binary_refused(left, right, operator, check):
    """A method answered NotImplemented: check 0, that of the left operand; 1, its in-place method; 2, that of the right
    operand, the only one there is. operator: its number, + 256 if this is an assignment."""
    number = operator & 255
    symbol = ('+', '-', '*', '/', '//', '%', '** or pow()', '@', '<<', '>>', '&', '|', '^')[number]
    reflected = ('__radd__', '__rsub__', '__rmul__', '__rtruediv__', '__rfloordiv__', '__rmod__', '__rpow__', '__rmatmul__',
                 '__rlshift__', '__rrshift__', '__rand__', '__ror__', '__rxor__')[number]
    if check == 1 or operator > 255:
        symbol = '**=' if number == 6 else symbol + '='
    if check == 1:
        name = ('__add__', '__sub__', '__mul__', '__truediv__', '__floordiv__', '__mod__', '__pow__', '__matmul__',
                '__lshift__', '__rshift__', '__and__', '__or__', '__xor__')[number]
        return binary_special(left, right, name, reflected, symbol)
    if check == 0 and type(left) is not type(right):
        method = _special(right, reflected)
        if not _is_missing(method):
            result = method(left)
            if result is not NotImplemented:
                return result
    raise_operands(left, right, symbol)


def repeat_by_index(left, right):
    if isinstance(left, (str, list, tuple, bytes, bytearray)) or not hasattr(type(left), '__index__'):
        return left * as_index(right)
    return as_index(left) * right


def repeat_inplace_by_index(left, right):
    if isinstance(left, (str, list, tuple, bytes, bytearray)) or not hasattr(type(left), '__index__'):
        left *= as_index(right)
        return left
    return as_index(left) * right


def inplace_special(left, right, inplace, name, reflected, symbol):
    if _is_missing(_special_function(left, inplace)) and isinstance(left, (list, bytearray)):
        # The methods of the right operand go before the sequence's own += and *=.
        method = _special(right, reflected)
        if not _is_missing(method) and not isinstance(right, (list, bytearray)):
            result = method(left)
            if result is not NotImplemented:
                return result
    method = _special(left, inplace)
    if not _is_missing(method):
        result = method(right)
        if result is not NotImplemented:
            return result
    return binary_special(left, right, name, reflected, symbol)


def raise_operands(left, right, symbol):
    if symbol == '+':
        if isinstance(left, str):
            raise TypeError(f'can only concatenate str (not "{type(right).__name__}") to str')
        if isinstance(left, list):
            raise TypeError(f'can only concatenate list (not "{type(right).__name__}") to list')
        if isinstance(left, tuple):
            raise TypeError(f'can only concatenate tuple (not "{type(right).__name__}") to tuple')
        if isinstance(left, (bytes, bytearray)):
            raise TypeError(f"can't concat {type(right).__name__} to {type(left).__name__}")
    if symbol == '*' or symbol == '*=':
        if isinstance(left, (str, list, tuple, bytes, bytearray)):
            raise TypeError(f"can't multiply sequence by non-int of type '{type(right).__name__}'")
        if isinstance(right, (str, list, tuple, bytes, bytearray)):
            raise TypeError(f"can't multiply sequence by non-int of type '{type(left).__name__}'")
    raise TypeError(f"unsupported operand type(s) for {symbol}: '{type(left).__name__}' and '{type(right).__name__}'")


def unary_special(value, name, text):
    method = _special(value, name)
    if _is_missing(method):
        raise TypeError(f"bad operand type for {text}: '{type(value).__name__}'")
    return method()


def special_neg(value):
    return unary_special(value, '__neg__', 'unary -')


def special_pos(value):
    return unary_special(value, '__pos__', 'unary +')


def special_invert(value):
    return unary_special(value, '__invert__', 'unary ~')


def special_abs(value):
    return unary_special(value, '__abs__', 'abs()')


def special_add(left, right):
    return binary_special(left, right, '__add__', '__radd__', '+')


def special_iadd(left, right):
    return inplace_special(left, right, '__iadd__', '__add__', '__radd__', '+=')


def special_sub(left, right):
    return binary_special(left, right, '__sub__', '__rsub__', '-')


def special_isub(left, right):
    return inplace_special(left, right, '__isub__', '__sub__', '__rsub__', '-=')


def special_mul(left, right):
    return binary_special(left, right, '__mul__', '__rmul__', '*')


def special_imul(left, right):
    return inplace_special(left, right, '__imul__', '__mul__', '__rmul__', '*=')


def special_truediv(left, right):
    return binary_special(left, right, '__truediv__', '__rtruediv__', '/')


def special_itruediv(left, right):
    return inplace_special(left, right, '__itruediv__', '__truediv__', '__rtruediv__', '/=')


def special_floordiv(left, right):
    return binary_special(left, right, '__floordiv__', '__rfloordiv__', '//')


def special_ifloordiv(left, right):
    return inplace_special(left, right, '__ifloordiv__', '__floordiv__', '__rfloordiv__', '//=')


def special_mod(left, right):
    return binary_special(left, right, '__mod__', '__rmod__', '%')


def special_imod(left, right):
    return inplace_special(left, right, '__imod__', '__mod__', '__rmod__', '%=')


def special_pow(left, right):
    return binary_special(left, right, '__pow__', '__rpow__', '** or pow()')


def special_ipow(left, right):
    return inplace_special(left, right, '__ipow__', '__pow__', '__rpow__', '**=')


def special_matmul(left, right):
    return binary_special(left, right, '__matmul__', '__rmatmul__', '@')


def special_imatmul(left, right):
    return inplace_special(left, right, '__imatmul__', '__matmul__', '__rmatmul__', '@=')


def special_lshift(left, right):
    return binary_special(left, right, '__lshift__', '__rlshift__', '<<')


def special_ilshift(left, right):
    return inplace_special(left, right, '__ilshift__', '__lshift__', '__rlshift__', '<<=')


def special_rshift(left, right):
    return binary_special(left, right, '__rshift__', '__rrshift__', '>>')


def special_irshift(left, right):
    return inplace_special(left, right, '__irshift__', '__rshift__', '__rrshift__', '>>=')


def special_and(left, right):
    return binary_special(left, right, '__and__', '__rand__', '&')


def special_iand(left, right):
    return inplace_special(left, right, '__iand__', '__and__', '__rand__', '&=')


def special_or(left, right):
    return binary_special(left, right, '__or__', '__ror__', '|')


def special_ior(left, right):
    return inplace_special(left, right, '__ior__', '__or__', '__ror__', '|=')


def special_xor(left, right):
    return binary_special(left, right, '__xor__', '__rxor__', '^')


def special_ixor(left, right):
    return inplace_special(left, right, '__ixor__', '__xor__', '__rxor__', '^=')
