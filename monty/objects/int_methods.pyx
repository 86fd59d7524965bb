"""What programs call by name on ints and bools: constructors, methods, attributes."""

from libc.stdint cimport int64_t, uint8_t, UINT64_MAX, uint64_t
from libc.string cimport memset

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_index, value_truth
from monty.objects.bytes cimport Bytes, bytes_data, bytes_new, bytes_view
from monty.objects.float cimport float_to_int
from monty.objects.int cimport (int_bits, Long, long_finish, long_limbs, long_new, Operand, operand_load)
from monty.objects.int_round cimport int_round
from monty.objects.int_text cimport int_text_parse, int_text_parse_bytes
from monty.objects.limbs cimport limbs_bits, popcount64
from monty.objects.type cimport value_find_special
from monty.objects.str cimport str_equal, str_static
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new

cdef Str* LITTLE = str_static(b"little")
cdef Str* BIG = str_static(b"big")


# --- construction ----------------------------------------------------------------------------------------------------

# An exact int of the same value: bools become ints.
cdef inline Value plain_int(Value v) noexcept nogil:
    if v.tag & COUNTED:
        v.as_.block.refcount += 1
    elif v.tag == T_BOOL:
        v.tag = T_INT
    return v


cdef Str* NAME_INT = str_static(b"__int__")
cdef Str* NAME_INDEX = str_static(b"__index__")
cdef Str* NAME_TRUNC = str_static(b"__trunc__")


# int(cls, x=0, /, base=10)
cdef int int_new(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value source = args[1]
    cdef int type = source.tag & TYPE_MASK
    cdef int64_t base = 10
    cdef int status
    cdef uint8_t* data
    cdef int64_t length
    cdef Value found
    if type == T_UNSET:
        if args[2].tag != T_UNSET:
            return raise_error(vm, E_TYPE_ERROR, "int() missing string argument")
        out[0] = value_int(0)
        return OK
    if source.tag & SUBCLASSED and type != T_INSTANCE and args[2].tag == T_UNSET:
        # A class derived from another type may say what its number is.
        if (value_find_special(vm, source, NAME_INT, &found) == OK
                or value_find_special(vm, source, NAME_INDEX, &found) == OK
                or value_find_special(vm, source, NAME_TRUNC, &found) == OK):
            return DEFER
    if args[2].tag != T_UNSET:
        status = value_index(vm, args[2], 0, &base)
        if status != OK:
            return status
        if base != 0 and (base < 2 or base > 36):
            return raise_error(vm, E_VALUE_ERROR, "int() base must be >= 2 and <= 36, or 0")
        if type != T_STR and type != T_BYTES and type != T_BYTEARRAY:
            return raise_error(vm, E_TYPE_ERROR, "int() can't convert non-string with explicit base")
    if type == T_STR:
        return int_text_parse(vm, <Str*>source.as_.block, <int>base, out)
    if type == T_INT or type == T_BOOL or type == T_LONG:
        out[0] = plain_int(source)
        return OK
    if type == T_FLOAT:
        return float_to_int(vm, source.as_.f, out)
    if bytes_view(source, &data, &length):
        return int_text_parse_bytes(vm, data, length, <int>base, source, out)
    if type == T_INSTANCE:
        return DEFER
    return raise_format(vm, E_TYPE_ERROR, "int() argument must be a string, a bytes-like object or a real number, "
                        "not '%s'", type_name(source), NULL, NULL)


# bool(cls, x=False, /)
cdef int bool_new(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef bint answer = False
    cdef int status
    if args[1].tag != T_UNSET:
        status = value_truth(vm, args[1], &answer)
        if status != OK:
            return status
    out[0] = value_bool(answer)
    return OK


# --- bytes -----------------------------------------------------------------------------------------------------------

# The byteorder argument (default 'big') and the truth of signed.
cdef int byte_arguments(VM* vm, const char* function, Value order, Value is_signed, bint* little,
                        bint* negative) noexcept nogil:
    little[0] = False
    negative[0] = False
    if order.tag != T_UNSET:
        if type_of(order) != T_STR:
            return raise_format(vm, E_TYPE_ERROR, "%s() argument 'byteorder' must be str, not %s", function,
                                type_name(order), NULL)
        if str_equal(<Str*>order.as_.block, LITTLE):
            little[0] = True
        elif not str_equal(<Str*>order.as_.block, BIG):
            return raise_error(vm, E_VALUE_ERROR, "byteorder must be either 'little' or 'big'")
    if is_signed.tag != T_UNSET:
        return value_truth(vm, is_signed, negative)
    return OK


# to_bytes(self, /, length=1, byteorder='big', *, signed=False)
cdef int int_to_bytes(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Operand x
    cdef int64_t length = 1
    cdef int64_t bits, i
    cdef bint little, is_signed
    cdef uint64_t limb, carry
    cdef uint8_t byte
    cdef Bytes* made
    cdef uint8_t* data
    cdef int status
    if args[1].tag != T_UNSET:
        if type_of(args[1]) == T_LONG:
            return raise_error(vm, E_OVERFLOW_ERROR, "Python int too large to convert to C ssize_t")
        status = value_index(vm, args[1], 0, &length)
        if status != OK:
            return status
    status = byte_arguments(vm, "to_bytes", args[2], args[3], &little, &is_signed)
    if status != OK:
        return status
    if length < 0:
        return raise_error(vm, E_VALUE_ERROR, "length argument must be non-negative")
    operand_load(&x, args[0])
    if x.negative and not is_signed:
        return raise_error(vm, E_OVERFLOW_ERROR, "can't convert negative int to unsigned")
    bits = limbs_bits(x.limbs, x.length)
    if is_signed and bits > 0:
        # a sign bit, but for the lowest number of each size
        bits += 1
        if x.negative and is_power_of_two(&x):
            bits -= 1
    # (CPython takes no byte at all for -1)
    if length < (bits + 7) >> 3 and not (length == 0 and x.negative and x.length == 1 and x.limbs[0] == 1):
        return raise_error(vm, E_OVERFLOW_ERROR, "int too big to convert")
    if heap_reserve(vm, <size_t>length) != OK:
        return ERROR
    made = bytes_new(vm, length)
    if made == NULL:
        return ERROR
    data = bytes_data(made)
    carry = x.negative
    limb = 0
    for i in range(length):
        if i & 7 == 0:
            limb = x.limbs[i >> 3] if i >> 3 < x.length else 0
            if x.negative:
                limb = ~limb + carry
                carry = carry and limb == 0
            if i & 4095 == 0 and poll(vm, 1024) != OK:
                heap_free(vm, &made.head)
                return ERROR
        byte = <uint8_t>limb
        limb >>= 8
        data[i if little else length - 1 - i] = byte
    out[0] = value_block(&made.head)
    return OK


cdef bint is_power_of_two(Operand* x) noexcept nogil:
    cdef int64_t i
    cdef uint64_t top = x.limbs[x.length - 1]
    if top & (top - 1):
        return False
    for i in range(x.length - 1):
        if x.limbs[i]:
            return False
    return True


# from_bytes(cls, bytes, byteorder='big', *, signed=False)
cdef int int_from_bytes(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef int64_t length, n, i
    cdef bint little, is_signed, negative
    cdef uint64_t limb
    cdef Long* x
    cdef uint64_t* limbs
    cdef uint64_t carry
    cdef int type = args[1].tag & TYPE_MASK
    cdef int status
    if args[0].as_.block != &types_pointer[T_INT].cls.head:
        return DEFER
    status = byte_arguments(vm, "from_bytes", args[2], args[3], &little, &is_signed)
    if status != OK:
        return status
    if not bytes_view(args[1], &data, &length):
        if type == T_STR or type == T_INT or type == T_BOOL or type == T_LONG or type == T_FLOAT or type == T_NONE:
            return raise_format(vm, E_TYPE_ERROR, "cannot convert '%s' object to bytes", type_name(args[1]), NULL, NULL)
        return DEFER
    n = (length + 7) >> 3
    x = long_new(vm, n + 1)
    if x == NULL:
        return ERROR
    limbs = long_limbs(x)
    memset(limbs, 0, <size_t>(n + 1) * sizeof(uint64_t))
    for i in range(length):
        limb = data[i if little else length - 1 - i]
        limbs[i >> 3] |= limb << (8 * (i & 7))
        if i & 4095 == 4095 and poll(vm, 1024) != OK:
            heap_free(vm, &x.head)
            return ERROR
    negative = False
    if is_signed and length > 0:
        negative = data[length - 1 if little else 0] >> 7
    if negative:
        # the magnitude is what lacks to 2**(8 * length)
        if length & 7:
            limbs[n - 1] |= UINT64_MAX << (8 * (length & 7))
        carry = 1
        for i in range(n):
            limbs[i] = ~limbs[i] + carry
            carry = carry and limbs[i] == 0
        limbs[n] = carry
    status = long_finish(vm, x, n + 1, negative, out)
    if status == OK and (<Class*>args[0].as_.block).instance_type == T_BOOL:
        negative = out[0].tag != T_INT or out[0].as_.i != 0
        decref(vm, out[0])
        out[0] = value_bool(negative)
    return status

# --- methods ---------------------------------------------------------------------------------------------------------

cdef int int_bit_length(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_int(int_bits(args[0]))
    return OK


cdef int int_bit_count(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Operand x
    cdef int64_t i
    cdef int64_t bits = 0
    operand_load(&x, args[0])
    for i in range(x.length):
        bits += popcount64(x.limbs[i])
        if i & 4095 == 4095 and poll(vm, 4096) != OK:
            return ERROR
    out[0] = value_int(bits)
    return OK


# conjugate, real, numerator, __int__, __index__, __trunc__, __floor__, __ceil__
cdef int int_itself(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = plain_int(args[0])
    return OK


cdef int int_imag(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_int(0)
    return OK


cdef int int_denominator(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_int(1)
    return OK


cdef int int_is_integer(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool(True)
    return OK


cdef int int_as_integer_ratio(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Tuple* pair = tuple_new(vm, 2)
    if pair == NULL:
        return ERROR
    tuple_items(pair)[0] = plain_int(args[0])
    tuple_items(pair)[1] = value_int(1)
    out[0] = value_block(&pair.head)
    return OK


# __round__(self, ndigits=None, /)
cdef int int_round_method(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t digits = 0
    cdef int status
    if args[1].tag != T_UNSET and args[1].tag != T_NONE:
        status = value_index(vm, args[1], 0, &digits)
        if status != OK:
            return status
    return int_round(vm, args[0], digits, out)


def register() -> None:
    """The constructors, methods and attributes of int and bool."""
    import sys
    register_native(T_INT, NATIVE_NEW, b"int(cls, x=0, /, base=10)", int_new, b"int_new")
    register_native(T_BOOL, NATIVE_NEW, b"bool(cls, x=False, /)", bool_new, b"bool_new")
    register_native(T_INT, NATIVE_METHOD, b"as_integer_ratio(self, /)", int_as_integer_ratio, NULL)
    register_native(T_INT, NATIVE_METHOD, b"bit_count(self, /)", int_bit_count, NULL)
    register_native(T_INT, NATIVE_METHOD, b"bit_length(self, /)", int_bit_length, NULL)
    register_native(T_INT, NATIVE_METHOD, b"conjugate(self, /)", int_itself, NULL)
    register_native(T_INT, NATIVE_METHOD, b"to_bytes(self, /, length=1, byteorder='big', *, signed=False)",
                    int_to_bytes, b"int_to_bytes")
    register_native(T_INT, NATIVE_CLASS, b"from_bytes(cls, bytes, byteorder='big', *, signed=False)", int_from_bytes,
                    b"int_from_bytes")
    if sys.version_info >= (3, 12):
        register_native(T_INT, NATIVE_METHOD, b"is_integer(self, /)", int_is_integer, NULL)
    register_native(T_INT, NATIVE_METHOD, b"__trunc__(self, /)", int_itself, NULL)
    register_native(T_INT, NATIVE_METHOD, b"__floor__(self, /)", int_itself, NULL)
    register_native(T_INT, NATIVE_METHOD, b"__ceil__(self, /)", int_itself, NULL)
    register_native(T_INT, NATIVE_METHOD, b"__round__(self, ndigits=None, /)", int_round_method, b"int_round_method")
    register_native(T_INT, NATIVE_GETTER, b"real(self)", int_itself, NULL)
    register_native(T_INT, NATIVE_GETTER, b"imag(self)", int_imag, NULL)
    register_native(T_INT, NATIVE_GETTER, b"numerator(self)", int_itself, NULL)
    register_native(T_INT, NATIVE_GETTER, b"denominator(self)", int_denominator, NULL)


register()
