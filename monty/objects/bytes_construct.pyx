"""bytes() and bytearray(): from counts, text with an encoding, bytes, and containers of ints."""

from libc.stdint cimport int64_t, uint8_t
from libc.string cimport memset

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport iterates_natively, value_index, value_iterate, value_next
from monty.objects.bytes cimport ByteArray, byte_from_value, bytearray_from, bytes_copy, bytes_result, bytes_view
from monty.objects.str_codecs cimport str_encode

cdef enum:
    CHUNK = 1 << 20             # bytes cleared between polls
    CHUNK_COST = 1 << 15


# The type's name as argument errors show it: None is itself.
cdef const char* argument_type_name(Value v) noexcept nogil:
    if v.tag == T_NONE:
        return b"None"
    return type_name(v)


# bytes(cls, source=b'', encoding='utf-8', errors='strict') and bytearray(...)
cdef int construct(VM* vm, int type, Value* args, Value* out) noexcept nogil:
    cdef Value source = args[1]
    cdef int kind = source.tag & TYPE_MASK
    cdef Str* errors = NULL
    cdef uint8_t* data
    cdef int64_t length, done
    cdef Value made, encoded
    cdef int status, i
    for i in range(2, 4):
        if args[i].tag != T_UNSET and type_of(args[i]) != T_STR:
            return raise_format(vm, E_TYPE_ERROR, "%s() argument '%s' must be str, not %s",
                                "bytes" if type == T_BYTES else "bytearray", "encoding" if i == 2 else "errors",
                                argument_type_name(args[i]))
    if args[3].tag != T_UNSET:
        errors = <Str*>args[3].as_.block
    if args[2].tag != T_UNSET:
        if kind != T_STR:
            return raise_error(vm, E_TYPE_ERROR, "encoding without a string argument")
        if str_encode(vm, <Str*>source.as_.block, <Str*>args[2].as_.block, errors, &encoded) != OK:
            return ERROR
        if type == T_BYTES:
            out[0] = encoded
            return OK
        bytes_view(encoded, &data, &length)
        status = bytes_copy(vm, type, data, length, out)
        decref(vm, encoded)
        return status
    if errors != NULL:
        return raise_error(vm, E_TYPE_ERROR, "string argument without an encoding" if kind == T_STR
                           else "errors without a string argument")
    if type == T_BYTES and source.tag & SUBCLASSED:
        return DEFER            # its class may define __bytes__
    if kind == T_UNSET:
        return bytes_result(vm, type, 0, &data, out)
    if kind == T_STR:
        return raise_error(vm, E_TYPE_ERROR, "string argument without an encoding")
    if bytes_view(source, &data, &length):
        if type == T_BYTES and kind == T_BYTES:
            out[0] = value_copy(source)
            return OK
        return bytes_copy(vm, type, data, length, out)
    if kind == T_INT or kind == T_BOOL or kind == T_LONG:
        if value_index(vm, source, E_OVERFLOW_ERROR, &length) != OK:
            return ERROR
        if length < 0:
            return raise_error(vm, E_VALUE_ERROR, "negative count")
        if bytes_result(vm, type, length, &data, &made) != OK:
            return ERROR
        done = 0
        while done < length:
            i = CHUNK if length - done > CHUNK else <int>(length - done)
            memset(data + done, 0, <size_t>i)
            done += i
            if done < length and poll(vm, CHUNK_COST) != OK:
                decref(vm, made)
                return ERROR
        out[0] = made
        return OK
    if not iterates_natively(source):
        if kind == T_INSTANCE or kind == T_GENERATOR or types_pointer[kind].next != NULL:
            return DEFER
        return raise_format(vm, E_TYPE_ERROR, "cannot convert '%s' object to %s", type_name(source),
                            "bytes" if type == T_BYTES else "bytearray", NULL)
    return collect(vm, type, source, out)


# The ints of a container that iterates natively.
cdef int collect(VM* vm, int type, Value source, Value* out) noexcept nogil:
    cdef ByteArray* array = bytearray_from(vm, NULL, 0)
    cdef Value iterator, item, made
    cdef const char* message = "bytes must be in range(0, 256)" if type == T_BYTES else "byte must be in range(0, 256)"
    cdef uint8_t byte = 0
    cdef uint8_t* grown
    cdef int64_t capacity = 0
    cdef int status
    if array == NULL:
        return ERROR
    status = value_iterate(vm, source, &iterator)
    if status != OK:
        decref(vm, value_block(&array.head))
        return status
    while True:
        status = value_next(vm, iterator, &item)
        if status != OK:
            break
        status = byte_from_value(vm, item, message, &byte)
        decref(vm, item)
        if status != OK:
            break
        if array.length == capacity:
            capacity = array.length + (array.length >> 1) + 64
            grown = <uint8_t*>buffer_resize(vm, array.data, <size_t>capacity)
            if grown == NULL:
                status = ERROR
                break
            array.data = grown
            capacity = <int64_t>buffer_capacity(grown)
        array.data[array.length] = byte
        array.length += 1
        status = poll(vm, 4)
        if status != OK:
            break
    decref(vm, iterator)
    made = value_block(&array.head)
    if status != EXHAUSTED:
        decref(vm, made)
        return status
    if type == T_BYTEARRAY:
        out[0] = made
        return OK
    bytes_view(made, &grown, &capacity)
    status = bytes_copy(vm, T_BYTES, grown, capacity, out)
    decref(vm, made)
    return status


cdef int bytes_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return construct(vm, T_BYTES, args, out)


cdef int bytearray_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return construct(vm, T_BYTEARRAY, args, out)


register_native(T_BYTES, NATIVE_NEW, b"bytes(cls, source=b'', encoding='utf-8', errors='strict')", bytes_construct,
                b"bytes_new")
register_native(T_BYTEARRAY, NATIVE_NEW, b"bytearray(cls, source=b'', encoding='utf-8', errors='strict')",
                bytearray_construct, b"bytearray_new")
