"""Methods that bytes and bytearray share and that see ASCII text in them: case, tests, padding, tabs."""

from libc.stdint cimport uint8_t
from libc.string cimport memset

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.bytes cimport BYTES_MAX_LENGTH, bytes_copy, bytes_exact, bytes_move, bytes_result, bytes_view
from monty.objects.str_arguments cimport int_argument, size_argument


cdef inline bint is_lower(uint8_t c) noexcept nogil:
    return c'a' <= c and c <= c'z'

cdef inline bint is_upper(uint8_t c) noexcept nogil:
    return c'A' <= c and c <= c'Z'

cdef inline bint is_digit(uint8_t c) noexcept nogil:
    return c'0' <= c and c <= c'9'


# --- case ------------------------------------------------------------------------------------------------------------

cdef enum:
    LOWER = 0
    UPPER = 1
    SWAP = 2
    CAPITALIZE = 3
    TITLE = 4

# What each byte becomes, for the first three.
cdef uint8_t[3][256] case_tables

def _fill_tables():
    for i in range(256):
        case_tables[LOWER][i] = i | 32 if 65 <= i <= 90 else i
        case_tables[UPPER][i] = i & 0xDF if 97 <= i <= 122 else i
        case_tables[SWAP][i] = i ^ 32 if 65 <= i & 0xDF <= 90 else i

_fill_tables()
del _fill_tables


cdef int change_case(VM* vm, Value* args, int how, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef uint8_t* target
    cdef int64_t length, i
    cdef uint8_t c
    cdef bint inside = False
    cdef Value made
    cdef int64_t end
    cdef uint8_t* table = case_tables[SWAP if how == SWAP else UPPER if how == UPPER else LOWER]
    bytes_view(args[0], &data, &length)
    if bytes_result(vm, type_of(args[0]), length, &target, &made) != OK:
        return ERROR
    i = 0
    while i < length:
        end = i + 4096 if length - i > 4096 else length
        if poll(vm, (end - i) >> 1) != OK:
            decref(vm, made)
            return ERROR
        if how == TITLE:
            while i < end:
                c = data[i]
                target[i] = c & 0xDF if is_lower(c) and not inside else case_tables[LOWER][c] if inside else c
                inside = is_lower(c) or is_upper(c)
                i += 1
        else:
            while i < end:
                target[i] = table[data[i]]
                i += 1
    if how == CAPITALIZE and length > 0:
        target[0] = case_tables[UPPER][data[0]]
    out[0] = made
    return OK


cdef int method_lower(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return change_case(vm, args, LOWER, out)


cdef int method_upper(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return change_case(vm, args, UPPER, out)


cdef int method_swapcase(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return change_case(vm, args, SWAP, out)


cdef int method_capitalize(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return change_case(vm, args, CAPITALIZE, out)


cdef int method_title(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return change_case(vm, args, TITLE, out)


# --- tests -----------------------------------------------------------------------------------------------------------

cdef enum:
    IS_ALNUM = 0
    IS_ALPHA = 1
    IS_ASCII = 2
    IS_DIGIT = 3
    IS_SPACE = 4

# Are all bytes (and at least one, but for ASCII) of the kind?
cdef int test_all(VM* vm, Value* args, int kind, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef int64_t length, i
    cdef uint8_t c
    cdef bint good
    bytes_view(args[0], &data, &length)
    out[0] = value_bool(kind == IS_ASCII or length > 0)
    for i in range(length):
        c = data[i]
        if kind == IS_ALNUM:
            good = is_lower(c) or is_upper(c) or is_digit(c)
        elif kind == IS_ALPHA:
            good = is_lower(c) or is_upper(c)
        elif kind == IS_ASCII:
            good = c < 128
        elif kind == IS_DIGIT:
            good = is_digit(c)
        else:
            good = c == 32 or (9 <= c and c <= 13)
        if not good:
            out[0] = value_bool(False)
            return OK
        if i & 1023 == 1023 and poll(vm, 1024) != OK:
            return ERROR
    return OK


cdef int method_isalnum(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return test_all(vm, args, IS_ALNUM, out)


cdef int method_isalpha(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return test_all(vm, args, IS_ALPHA, out)


cdef int method_isascii(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return test_all(vm, args, IS_ASCII, out)


cdef int method_isdigit(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return test_all(vm, args, IS_DIGIT, out)


cdef int method_isspace(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return test_all(vm, args, IS_SPACE, out)


# Has it letters, all of them of one case?
cdef int test_case(VM* vm, Value* args, bint upper, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef int64_t length, i
    cdef bint found = False
    bytes_view(args[0], &data, &length)
    for i in range(length):
        if is_lower(data[i]) if upper else is_upper(data[i]):
            out[0] = value_bool(False)
            return OK
        if is_upper(data[i]) if upper else is_lower(data[i]):
            found = True
        if i & 1023 == 1023 and poll(vm, 1024) != OK:
            return ERROR
    out[0] = value_bool(found)
    return OK


cdef int method_islower(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return test_case(vm, args, False, out)


cdef int method_isupper(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return test_case(vm, args, True, out)


cdef int method_istitle(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef int64_t length, i
    cdef bint inside = False, found = False
    bytes_view(args[0], &data, &length)
    out[0] = value_bool(False)
    for i in range(length):
        if is_upper(data[i]):
            if inside:
                return OK
            inside = found = True
        elif is_lower(data[i]):
            if not inside:
                return OK
        else:
            inside = False
        if i & 1023 == 1023 and poll(vm, 1024) != OK:
            return ERROR
    out[0] = value_bool(found)
    return OK


# --- padding and tabs ------------------------------------------------------------------------------------------------

# The value between `left` and `right` fill bytes.
cdef int pad(VM* vm, Value v, int64_t left, int64_t right, uint8_t fill, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef uint8_t* target
    cdef int64_t length
    cdef Value made
    bytes_view(v, &data, &length)
    if left <= 0 and right <= 0:
        if type_of(v) == T_BYTES:
            return bytes_exact(vm, v, out)
        return bytes_copy(vm, T_BYTEARRAY, data, length, out)
    if bytes_result(vm, type_of(v), left + length + right, &target, &made) != OK:
        return ERROR
    if poll(vm, (left + right) >> 6) != OK:
        decref(vm, made)
        return ERROR
    memset(target, fill, <size_t>left)
    memset(target + left + length, fill, <size_t>right)
    if bytes_move(vm, target + left, data, length) != OK:
        decref(vm, made)
        return ERROR
    out[0] = made
    return OK


# Width and fill byte of center, ljust and rjust; `missing` is how many bytes are to be added.
cdef int pad_arguments(VM* vm, Value* args, const char* method, int64_t* width, int64_t* missing,
                       uint8_t* fill) noexcept nogil:
    cdef uint8_t* data
    cdef int64_t length
    cdef int status = size_argument(vm, args[1], width)
    if status != OK:
        return status
    fill[0] = 32
    if args[2].tag != T_UNSET:
        if not bytes_view(args[2], &data, &length) or length != 1:
            return raise_format(vm, E_TYPE_ERROR, "%s() argument 2 must be a byte string of length 1, not %s", method,
                                shown_type(args[2]), NULL)
        fill[0] = data[0]
    bytes_view(args[0], &data, &length)
    missing[0] = width[0] - length if width[0] > length else 0
    return OK


# The type's name as argument errors show it: None is itself.
cdef const char* shown_type(Value v) noexcept nogil:
    if v.tag == T_NONE:
        return b"None"
    return type_name(v)


cdef int method_center(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t width, missing, left
    cdef uint8_t fill
    cdef int status = pad_arguments(vm, args, b"center", &width, &missing, &fill)
    if status != OK:
        return status
    # An odd fill byte goes left if the width is odd.
    left = missing // 2 + (missing & width & 1)
    return pad(vm, args[0], left, missing - left, fill, out)


cdef int method_ljust(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t width, missing
    cdef uint8_t fill
    cdef int status = pad_arguments(vm, args, b"ljust", &width, &missing, &fill)
    if status != OK:
        return status
    return pad(vm, args[0], 0, missing, fill, out)


cdef int method_rjust(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t width, missing
    cdef uint8_t fill
    cdef int status = pad_arguments(vm, args, b"rjust", &width, &missing, &fill)
    if status != OK:
        return status
    return pad(vm, args[0], missing, 0, fill, out)


cdef int method_zfill(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef int64_t width, length, total
    cdef uint8_t sign
    cdef int status = size_argument(vm, args[1], &width)
    if status != OK:
        return status
    bytes_view(args[0], &data, &length)
    if width <= length:
        return pad(vm, args[0], 0, 0, 0, out)
    if pad(vm, args[0], width - length, 0, c'0', out) != OK:
        return ERROR
    if length > 0 and (data[0] == c'+' or data[0] == c'-'):
        # The sign moves to the front.
        sign = data[0]
        bytes_view(out[0], &data, &total)
        data[0] = sign
        data[total - length] = c'0'
    return OK


# expandtabs(self, /, tabsize=8)
cdef int method_expandtabs(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef uint8_t* target
    cdef int64_t length, size = 8, i, column = 0, total = 0, step
    cdef Value made
    cdef int status
    if args[1].tag != T_UNSET:
        status = int_argument(vm, args[1], &size)
        if status != OK:
            return status
    bytes_view(args[0], &data, &length)
    for i in range(length):
        if data[i] == 9:
            step = size - column % size if size > 0 else 0
            column += step
            total += step
            if total > BYTES_MAX_LENGTH:
                return raise_limit(vm, LIMIT_MEMORY)
        else:
            column = 0 if data[i] == 10 or data[i] == 13 else column + 1
            total += 1
        if i & 1023 == 1023 and poll(vm, 1024) != OK:
            return ERROR
    if bytes_result(vm, type_of(args[0]), total, &target, &made) != OK:
        return ERROR
    column = 0
    for i in range(length):
        if data[i] == 9:
            step = size - column % size if size > 0 else 0
            memset(target, 32, <size_t>step)
            column += step
            target += step
            status = poll(vm, 1 + (step >> 6))
        else:
            column = 0 if data[i] == 10 or data[i] == 13 else column + 1
            target[0] = data[i]
            target += 1
            status = poll(vm, 1)
        if status != OK:
            decref(vm, made)
            return ERROR
    out[0] = made
    return OK


cdef int type
for type in (T_BYTES, T_BYTEARRAY):
    register_native(type, NATIVE_METHOD, b"lower(self, /)", method_lower, NULL)
    register_native(type, NATIVE_METHOD, b"upper(self, /)", method_upper, NULL)
    register_native(type, NATIVE_METHOD, b"swapcase(self, /)", method_swapcase, NULL)
    register_native(type, NATIVE_METHOD, b"capitalize(self, /)", method_capitalize, NULL)
    register_native(type, NATIVE_METHOD, b"title(self, /)", method_title, NULL)
    register_native(type, NATIVE_METHOD, b"isalnum(self, /)", method_isalnum, NULL)
    register_native(type, NATIVE_METHOD, b"isalpha(self, /)", method_isalpha, NULL)
    register_native(type, NATIVE_METHOD, b"isascii(self, /)", method_isascii, NULL)
    register_native(type, NATIVE_METHOD, b"isdigit(self, /)", method_isdigit, NULL)
    register_native(type, NATIVE_METHOD, b"isspace(self, /)", method_isspace, NULL)
    register_native(type, NATIVE_METHOD, b"islower(self, /)", method_islower, NULL)
    register_native(type, NATIVE_METHOD, b"isupper(self, /)", method_isupper, NULL)
    register_native(type, NATIVE_METHOD, b"istitle(self, /)", method_istitle, NULL)
    register_native(type, NATIVE_METHOD, b"center(self, width, fillbyte=b' ', /)", method_center, b"bytes_center")
    register_native(type, NATIVE_METHOD, b"ljust(self, width, fillbyte=b' ', /)", method_ljust, b"bytes_ljust")
    register_native(type, NATIVE_METHOD, b"rjust(self, width, fillbyte=b' ', /)", method_rjust, b"bytes_rjust")
    register_native(type, NATIVE_METHOD, b"zfill(self, width, /)", method_zfill, b"bytes_zfill")
    register_native(type, NATIVE_METHOD, b"expandtabs(self, /, tabsize=8)", method_expandtabs, b"bytes_expandtabs")
