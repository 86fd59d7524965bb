"""Methods that bytes and bytearray share: cutting into pieces, and stripping."""

from libc.stdint cimport INT64_MAX, uint8_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_truth
from monty.objects.bytes cimport bytes_copy, bytes_exact, bytes_find, bytes_find_last, bytes_require, bytes_view
from monty.objects.list cimport List, list_append, list_new
from monty.objects.str_arguments cimport size_argument
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new


cdef inline bint is_space(uint8_t c) noexcept nogil:
    return c == 32 or (9 <= c and c <= 13)


# Append data[start:stop] to the list as a value of the type.
cdef int append_part(VM* vm, List* parts, int type, const uint8_t* data, int64_t start, int64_t stop) noexcept nogil:
    cdef Value part
    if poll(vm, 4) != OK or bytes_copy(vm, type, data + start, stop - start, &part) != OK:
        return ERROR
    return list_append(vm, parts, part)


cdef void reverse(List* parts) noexcept nogil:
    cdef int64_t i = 0, j = parts.length - 1
    cdef Value swap
    while i < j:
        swap = parts.items[i]
        parts.items[i] = parts.items[j]
        parts.items[j] = swap
        i += 1
        j -= 1


# Separator and limit of split and rsplit: args[1], args[2]. `separator` is NULL for white space.
cdef int split_arguments(VM* vm, Value* args, uint8_t** separator, int64_t* length, int64_t* maximum) noexcept nogil:
    cdef int status
    maximum[0] = -1
    if args[2].tag != T_UNSET:
        status = size_argument(vm, args[2], maximum)
        if status != OK:
            return status
    if maximum[0] < 0:
        maximum[0] = INT64_MAX
    separator[0] = NULL
    if args[1].tag == T_UNSET or args[1].tag == T_NONE:
        return OK
    if bytes_require(vm, args[1], separator, length) != OK:
        return ERROR
    if length[0] == 0:
        return raise_error(vm, E_VALUE_ERROR, "empty separator")
    return OK


cdef int split_by(VM* vm, List* parts, int type, const uint8_t* data, int64_t length, const uint8_t* separator,
                  int64_t width, int64_t maximum) noexcept nogil:
    cdef int64_t start = 0, found
    while maximum > 0:
        if bytes_find(vm, data + start, length - start, separator, width, &found) != OK:
            return ERROR
        if found < 0:
            break
        if append_part(vm, parts, type, data, start, start + found) != OK:
            return ERROR
        start += found + width
        maximum -= 1
    return append_part(vm, parts, type, data, start, length)


cdef int split_white(VM* vm, List* parts, int type, const uint8_t* data, int64_t length,
                     int64_t maximum) noexcept nogil:
    cdef int64_t i = 0, start
    while True:
        while i < length and is_space(data[i]):
            i += 1
            if i & 1023 == 0 and poll(vm, 512) != OK:
                return ERROR
        if i == length:
            return OK
        start = i
        if maximum == 0:
            # The rest is one piece, with the white space at its end.
            return append_part(vm, parts, type, data, start, length)
        while i < length and not is_space(data[i]):
            i += 1
            if i & 1023 == 0 and poll(vm, 512) != OK:
                return ERROR
        if append_part(vm, parts, type, data, start, i) != OK:
            return ERROR
        maximum -= 1


cdef int rsplit_by(VM* vm, List* parts, int type, const uint8_t* data, int64_t length, const uint8_t* separator,
                   int64_t width, int64_t maximum) noexcept nogil:
    cdef int64_t found
    while maximum > 0:
        if bytes_find_last(vm, data, length, separator, width, &found) != OK:
            return ERROR
        if found < 0:
            break
        if append_part(vm, parts, type, data, found + width, length) != OK:
            return ERROR
        length = found
        maximum -= 1
    return append_part(vm, parts, type, data, 0, length)


cdef int rsplit_white(VM* vm, List* parts, int type, const uint8_t* data, int64_t length,
                      int64_t maximum) noexcept nogil:
    cdef int64_t i = length, stop
    while True:
        while i > 0 and is_space(data[i - 1]):
            i -= 1
            if i & 1023 == 0 and poll(vm, 512) != OK:
                return ERROR
        if i == 0:
            return OK
        stop = i
        if maximum == 0:
            return append_part(vm, parts, type, data, 0, stop)
        while i > 0 and not is_space(data[i - 1]):
            i -= 1
            if i & 1023 == 0 and poll(vm, 512) != OK:
                return ERROR
        if append_part(vm, parts, type, data, i, stop) != OK:
            return ERROR
        maximum -= 1


cdef int split(VM* vm, Value* args, bint from_right, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef uint8_t* separator
    cdef int64_t length, width = 0, maximum
    cdef int type = type_of(args[0])
    cdef List* parts
    cdef int status = split_arguments(vm, args, &separator, &width, &maximum)
    if status != OK:
        return status
    bytes_view(args[0], &data, &length)
    parts = list_new(vm, 0)
    if parts == NULL:
        return ERROR
    if separator == NULL:
        status = (rsplit_white(vm, parts, type, data, length, maximum) if from_right
                  else split_white(vm, parts, type, data, length, maximum))
    else:
        status = (rsplit_by(vm, parts, type, data, length, separator, width, maximum) if from_right
                  else split_by(vm, parts, type, data, length, separator, width, maximum))
    if status == OK and from_right:
        status = poll(vm, parts.length)
    if status != OK:
        decref(vm, value_block(&parts.head))
        return ERROR
    if from_right:
        reverse(parts)
    out[0] = value_block(&parts.head)
    return OK


cdef int method_split(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return split(vm, args, False, out)


cdef int method_rsplit(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return split(vm, args, True, out)


# splitlines(self, /, keepends=False)
cdef int method_splitlines(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef int64_t length, i = 0, start, end
    cdef int type = type_of(args[0])
    cdef bint keep = False
    cdef List* parts
    cdef int status
    if args[1].tag != T_UNSET:
        status = value_truth(vm, args[1], &keep)
        if status != OK:
            return status
    bytes_view(args[0], &data, &length)
    parts = list_new(vm, 0)
    if parts == NULL:
        return ERROR
    while i < length:
        start = i
        while i < length and data[i] != 10 and data[i] != 13:
            i += 1
            if i & 1023 == 0 and poll(vm, 512) != OK:
                decref(vm, value_block(&parts.head))
                return ERROR
        end = i
        if i < length:
            i += 2 if data[i] == 13 and i + 1 < length and data[i + 1] == 10 else 1
        if append_part(vm, parts, type, data, start, i if keep else end) != OK:
            decref(vm, value_block(&parts.head))
            return ERROR
    out[0] = value_block(&parts.head)
    return OK


# --- partition -------------------------------------------------------------------------------------------------------

# The tuple of data[:first], data[first:second], data[second:]. Of bytes the part in the middle, if there is one, is the
# separator itself, whatever its type.
cdef int three_parts(VM* vm, int type, const uint8_t* data, int64_t length, int64_t first, int64_t second,
                     Value separator, Value* out) noexcept nogil:
    cdef Tuple* parts = tuple_new(vm, 3)
    if parts == NULL:
        return ERROR
    if type == T_BYTES and first != second:
        tuple_items(parts)[1] = value_copy(separator)
    elif bytes_copy(vm, type, data + first, second - first, &tuple_items(parts)[1]) != OK:
        decref(vm, value_block(&parts.head))
        return ERROR
    if (bytes_copy(vm, type, data, first, &tuple_items(parts)[0]) != OK
            or bytes_copy(vm, type, data + second, length - second, &tuple_items(parts)[2]) != OK):
        decref(vm, value_block(&parts.head))
        return ERROR
    out[0] = value_block(&parts.head)
    return OK


cdef int partition(VM* vm, Value* args, bint from_right, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef uint8_t* separator
    cdef int64_t length, width, found
    cdef int status
    bytes_view(args[0], &data, &length)
    if bytes_require(vm, args[1], &separator, &width) != OK:
        return ERROR
    if width == 0:
        return raise_error(vm, E_VALUE_ERROR, "empty separator")
    if from_right:
        status = bytes_find_last(vm, data, length, separator, width, &found)
    else:
        status = bytes_find(vm, data, length, separator, width, &found)
    if status != OK:
        return ERROR
    if found < 0:
        status = three_parts(vm, type_of(args[0]), data, length, 0 if from_right else length, 0 if from_right else length,
                             args[1], out)
        if status == OK and type_of(args[0]) == T_BYTES:
            # the value itself, whatever its class
            value_store(vm, &tuple_items(<Tuple*>out.as_.block)[2 if from_right else 0], value_copy(args[0]))
        return status
    return three_parts(vm, type_of(args[0]), data, length, found, found + width, args[1], out)


cdef int method_partition(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return partition(vm, args, False, out)


cdef int method_rpartition(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return partition(vm, args, True, out)


# --- strip -----------------------------------------------------------------------------------------------------------

cdef enum:
    LEFT = 1
    RIGHT = 2

cdef int strip(VM* vm, Value* args, int sides, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef uint8_t* characters
    cdef int64_t length, width, i, start = 0, stop
    cdef bint[256] cut
    bytes_view(args[0], &data, &length)
    for i in range(256):
        cut[i] = False
    if args[1].tag == T_UNSET or args[1].tag == T_NONE:
        for i in range(9, 14):
            cut[i] = True
        cut[32] = True
    else:
        if bytes_require(vm, args[1], &characters, &width) != OK or poll(vm, width) != OK:
            return ERROR
        for i in range(width):
            cut[characters[i]] = True
    stop = length
    if sides & LEFT:
        while start < stop and cut[data[start]]:
            start += 1
            if start & 1023 == 0 and poll(vm, 512) != OK:
                return ERROR
    if sides & RIGHT:
        while stop > start and cut[data[stop - 1]]:
            stop -= 1
            if stop & 1023 == 0 and poll(vm, 512) != OK:
                return ERROR
    if start == 0 and stop == length and type_of(args[0]) == T_BYTES:
        return bytes_exact(vm, args[0], out)
    return bytes_copy(vm, type_of(args[0]), data + start, stop - start, out)


cdef int method_strip(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return strip(vm, args, LEFT | RIGHT, out)


cdef int method_lstrip(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return strip(vm, args, LEFT, out)


cdef int method_rstrip(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return strip(vm, args, RIGHT, out)


cdef int type
for type in (T_BYTES, T_BYTEARRAY):
    register_native(type, NATIVE_METHOD, b"split(self, /, sep=None, maxsplit=-1)", method_split, b"bytes_split")
    register_native(type, NATIVE_METHOD, b"rsplit(self, /, sep=None, maxsplit=-1)", method_rsplit, b"bytes_rsplit")
    register_native(type, NATIVE_METHOD, b"splitlines(self, /, keepends=False)", method_splitlines, b"bytes_splitlines")
    register_native(type, NATIVE_METHOD, b"partition(self, sep, /)", method_partition, NULL)
    register_native(type, NATIVE_METHOD, b"rpartition(self, sep, /)", method_rpartition, NULL)
    register_native(type, NATIVE_METHOD, b"strip(self, bytes=None, /)", method_strip, NULL)
    register_native(type, NATIVE_METHOD, b"lstrip(self, bytes=None, /)", method_lstrip, NULL)
    register_native(type, NATIVE_METHOD, b"rstrip(self, bytes=None, /)", method_rstrip, NULL)
