"""bytearray: what changes it. What it shares with bytes is in objects/bytes and the files beside it."""

from libc.stdint cimport uint8_t
from libc.string cimport memcpy, memmove, memset

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport iterates_natively, value_index, value_iterate, value_next
from monty.objects.bytes cimport (BYTES_MAX_LENGTH, ByteArray, byte_from_value, bytearray_from, bytes_move,
                                  bytes_repeat, bytes_view, bytes_write_repr)
from monty.objects.range cimport slice_resolve
from monty.objects.str_arguments cimport size_argument
from monty.objects.str cimport writer_ascii, writer_char, writer_str

cdef Value* BYTEARRAY_SET_ITEM = prelude_slot(b"bytearray_set_item")
cdef Value* BYTEARRAY_DELETE_ITEM = prelude_slot(b"bytearray_delete_item")
cdef Value* BYTEARRAY_MULTIPLY_INPLACE = prelude_slot(b"bytearray_multiply_inplace")

cdef extern from *:
    """
    #if PY_VERSION_HEX >= 0x030C0000
    #define BYTEARRAY_EXTEND_NAMES_STR 1
    #else
    #define BYTEARRAY_EXTEND_NAMES_STR 0
    #endif
    """
    const bint EXTEND_NAMES_STR "BYTEARRAY_EXTEND_NAMES_STR"

cdef enum:
    SHRINK_MIN = 4096           # smaller buffers are kept when the bytearray becomes shorter


cdef inline ByteArray* array_of(Value v) noexcept nogil:
    return <ByteArray*>v.as_.block


cdef void row_free(VM* vm, Block* block) noexcept nogil:
    buffer_free(vm, (<ByteArray*>block).data)


cdef int row_repr(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    cdef uint8_t* data
    cdef int64_t length
    bytes_view(v, &data, &length)
    if (writer_str(writer, <Str*>subclass_of(v).name.as_.block) if v.tag & SUBCLASSED
            else writer_ascii(writer, "bytearray", 9)) != OK:
        return ERROR
    if writer_char(writer, c'(') != OK or bytes_write_repr(writer, data, length, True) != OK:
        return ERROR
    return writer_char(writer, c')')


# --- length ----------------------------------------------------------------------------------------------------------

# Is a memoryview open, so that the size must stay? Then an error is set.
cdef bint array_fixed(VM* vm, ByteArray* array) noexcept nogil:
    if array.exports == 0:
        return False
    raise_error(vm, E_BUFFER_ERROR, "Existing exports of data: object cannot be re-sized")
    return True


# Make room for `length` bytes in all; the length stays. OK, or ERROR with the limit set and nothing changed.
cdef int array_reserve(VM* vm, ByteArray* array, int64_t length) noexcept nogil:
    cdef int64_t capacity = <int64_t>buffer_capacity(array.data) if array.data != NULL else 0
    cdef uint8_t* grown
    if length != array.length and array_fixed(vm, array):
        return ERROR
    if length <= capacity:
        return OK
    if length > BYTES_MAX_LENGTH:
        return raise_limit(vm, LIMIT_MEMORY)
    # Growing by a share makes appending cheap, where the limit has room for it.
    capacity = length + (length >> 3) + 16
    if vm.heap.used + <size_t>capacity > vm.heap.limit:
        capacity = length
    grown = <uint8_t*>buffer_resize(vm, array.data, <size_t>capacity)
    if grown == NULL:
        return ERROR
    array.data = grown
    return OK


# The bytes [start:stop] become `count` uninitialised ones; what follows moves. OK, or ERROR with nothing changed.
cdef int array_open(VM* vm, ByteArray* array, int64_t start, int64_t stop, int64_t count) noexcept nogil:
    cdef int64_t length = array.length + count - (stop - start)
    cdef uint8_t* shrunk
    if array_reserve(vm, array, length) != OK or poll(vm, (array.length - stop) >> 5) != OK:
        return ERROR
    if count != stop - start and array.length > stop:
        memmove(array.data + start + count, array.data + stop, <size_t>(array.length - stop))
    array.length = length
    if array.data != NULL and length < (<int64_t>buffer_capacity(array.data) >> 1):
        if length == 0:
            buffer_free(vm, array.data)
            array.data = NULL
        elif buffer_capacity(array.data) > SHRINK_MIN:
            # A copy into a smaller block may be refused; then the large one is kept.
            if vm.heap.used + <size_t>length + 64 < vm.heap.limit:
                shrunk = <uint8_t*>buffer_resize(vm, array.data, <size_t>length)
                if shrunk == NULL:
                    return ERROR
                array.data = shrunk
    return OK


# A new bytearray from the ints of a natively iterable value, for slice assignment and extend.
cdef ByteArray* array_collect(VM* vm, Value source, int* status) noexcept nogil:
    cdef ByteArray* array = bytearray_from(vm, NULL, 0)
    cdef Value iterator, item
    cdef uint8_t byte = 0
    if array == NULL:
        status[0] = ERROR
        return NULL
    status[0] = value_iterate(vm, source, &iterator)
    if status[0] == OK:
        while True:
            status[0] = value_next(vm, iterator, &item)
            if status[0] != OK:
                break
            status[0] = byte_from_value(vm, item, "byte must be in range(0, 256)", &byte)
            decref(vm, item)
            if status[0] == OK:
                status[0] = poll(vm, 4)
            if status[0] == OK:
                status[0] = array_reserve(vm, array, array.length + 1)
            if status[0] != OK:
                break
            array.data[array.length] = byte
            array.length += 1
        decref(vm, iterator)
        if status[0] == EXHAUSTED:
            status[0] = OK
            return array
    decref(vm, value_block(&array.head))
    return NULL


# --- operators -------------------------------------------------------------------------------------------------------

cdef int append_bytes(VM* vm, ByteArray* array, Value source) noexcept nogil:
    cdef uint8_t* data
    cdef int64_t length, old = array.length
    bytes_view(source, &data, &length)
    if array_reserve(vm, array, old + length) != OK:
        return ERROR
    bytes_view(source, &data, &length)      # it may be the array itself, whose buffer may have moved
    if bytes_move(vm, array.data + old, data, length) != OK:
        return ERROR
    array.length = old + length
    return OK


cdef int row_inplace(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    cdef ByteArray* array = array_of(a)
    cdef ByteArray* repeated
    cdef uint8_t* data
    cdef int64_t length, times
    cdef Value made
    cdef int type = b.tag & TYPE_MASK
    if operator == BIN_ADD:
        if not bytes_view(b, &data, &length):
            return NOT_IMPLEMENTED
        if append_bytes(vm, array, b) != OK:
            return ERROR
        out[0] = value_copy(a)
        return OK
    if operator == BIN_MUL:
        if type == T_INSTANCE:
            return defer_to(vm, BYTEARRAY_MULTIPLY_INPLACE)
        if type != T_INT and type != T_BOOL and type != T_LONG:
            return NOT_IMPLEMENTED
        if value_index(vm, b, E_OVERFLOW_ERROR, &times) != OK:
            return ERROR
        bytes_view(a, &data, &length)
        if times != 1 and length > 0 and array_fixed(vm, array):
            return ERROR
        if times == 1:
            out[0] = value_copy(a)
            return OK
        if bytes_repeat(vm, T_BYTEARRAY, data, length, times, &made) != OK:
            return ERROR
        repeated = array_of(made)
        # The two exchange their buffers.
        data = array.data
        array.data = repeated.data
        array.length = repeated.length
        repeated.data = data
        decref(vm, made)
        out[0] = value_copy(a)
        return OK
    return NOT_IMPLEMENTED


# Assign `source` (bytes-like) to the slice.
cdef int assign_slice(VM* vm, ByteArray* array, Value key, const uint8_t* source, int64_t count) noexcept nogil:
    cdef int64_t start, stop, step, length, i
    cdef int status = slice_resolve(vm, key, array.length, &start, &stop, &step, &length)
    if status != OK:
        return status
    if step == 1:
        if array_open(vm, array, start, start + length, count) != OK:
            return ERROR
        return bytes_move(vm, array.data + start, source, count) if count > 0 else OK
    if count == 0:
        return delete_slice(vm, array, start, step, length)
    if count != length:
        return raise_format_int(vm, E_VALUE_ERROR,
                                "attempt to assign bytes of size %lld to extended slice of size %lld", count, length)
    for i in range(count):
        array.data[start + i * step] = source[i]
        if i & 4095 == 4095 and poll(vm, 4096) != OK:
            return ERROR
    return OK


cdef int delete_slice(VM* vm, ByteArray* array, int64_t start, int64_t step, int64_t length) noexcept nogil:
    cdef int64_t i, from_, kept, gap
    if length <= 0:
        return OK
    if step == 1 or step == -1:
        return array_open(vm, array, start if step == 1 else start - length + 1,
                          start + length if step == 1 else start + 1, 0)
    if poll(vm, array.length >> 3) != OK:
        return ERROR
    if step < 0:
        start += (length - 1) * step
        step = -step
    kept = start
    for i in range(length):
        from_ = start + i * step + 1
        gap = (step - 1) if i < length - 1 else array.length - from_
        memmove(array.data + kept, array.data + from_, <size_t>gap)
        kept += gap
    # Only the length changes; nothing needs to move.
    return array_open(vm, array, kept, array.length, 0)


cdef int row_set_item(VM* vm, Value v, Value key, Value item) noexcept nogil:
    cdef ByteArray* array = array_of(v)
    cdef ByteArray* collected
    cdef uint8_t* data
    cdef uint8_t byte = 0
    cdef int64_t index, length, start, stop, step
    cdef int type = key.tag & TYPE_MASK, kind = item.tag & TYPE_MASK, status
    if type == T_SLICE:
        # What is wrong with the slice is told before what is wrong with the value.
        status = slice_resolve(vm, key, array.length, &start, &stop, &step, &length)
        if status != OK:
            return defer_to(vm, BYTEARRAY_SET_ITEM) if status == DEFER else status
        if kind == T_BYTES:
            bytes_view(item, &data, &length)
            status = assign_slice(vm, array, key, data, length)
            return defer_to(vm, BYTEARRAY_SET_ITEM) if status == DEFER else status
        if kind == T_INT or kind == T_BOOL or kind == T_LONG or kind == T_STR or kind == T_FLOAT:
            return raise_error(vm, E_TYPE_ERROR,
                               "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
        if kind == T_BYTEARRAY or (kind == T_MEMORYVIEW and bytes_view(item, &data, &length)):
            # A copy: it may be the array itself.
            bytes_view(item, &data, &length)
            collected = bytearray_from(vm, data, length)
            if collected == NULL:
                return ERROR
        else:
            if not iterates_natively(item):
                if kind == T_INSTANCE or kind == T_GENERATOR or types_pointer[kind].next != NULL:
                    return defer_to(vm, BYTEARRAY_SET_ITEM)
                return raise_format(vm, E_TYPE_ERROR, "cannot convert '%s' object to bytearray", type_name(item), NULL,
                                    NULL)
            collected = array_collect(vm, item, &status)
            if collected == NULL:
                return defer_to(vm, BYTEARRAY_SET_ITEM) if status == DEFER else status
        status = assign_slice(vm, array, key, collected.data, collected.length)
        decref(vm, value_block(&collected.head))
        return defer_to(vm, BYTEARRAY_SET_ITEM) if status == DEFER else status
    status = subscript(vm, array, key, &index)
    if status == OK:
        status = byte_from_value(vm, item, "byte must be in range(0, 256)", &byte)
    if status == OK:
        if index < 0 or index >= array.length:
            return raise_error(vm, E_INDEX_ERROR, "bytearray index out of range")
        array.data[index] = byte
        return OK
    return defer_to(vm, BYTEARRAY_SET_ITEM) if status == DEFER else status


# A subscript that is no slice, negative ones counted from the end (still to be checked). OK, ERROR, DEFER.
cdef int subscript(VM* vm, ByteArray* array, Value key, int64_t* out) noexcept nogil:
    cdef int type = key.tag & TYPE_MASK
    if type == T_INSTANCE:
        return DEFER
    if type != T_INT and type != T_BOOL and type != T_LONG:
        return raise_format(vm, E_TYPE_ERROR, "bytearray indices must be integers or slices, not %s", type_name(key),
                            NULL, NULL)
    if value_index(vm, key, E_INDEX_ERROR, out) != OK:
        return ERROR
    if out[0] < 0:
        out[0] += array.length
    return OK


cdef int row_delete_item(VM* vm, Value v, Value key) noexcept nogil:
    cdef ByteArray* array = array_of(v)
    cdef int64_t start, stop, step, length
    cdef int status
    if type_of(key) == T_SLICE:
        status = slice_resolve(vm, key, array.length, &start, &stop, &step, &length)
        if status == OK:
            status = delete_slice(vm, array, start, step, length)
    else:
        status = subscript(vm, array, key, &start)
        if status == OK:
            if start < 0 or start >= array.length:
                return raise_error(vm, E_INDEX_ERROR, "bytearray index out of range")
            return array_open(vm, array, start, start + 1, 0)
    return defer_to(vm, BYTEARRAY_DELETE_ITEM) if status == DEFER else status


# --- methods ---------------------------------------------------------------------------------------------------------

cdef int method_append(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef ByteArray* array = array_of(args[0])
    cdef uint8_t byte = 0
    cdef int status = byte_from_value(vm, args[1], "byte must be in range(0, 256)", &byte)
    if status != OK:
        return status
    if array_reserve(vm, array, array.length + 1) != OK:
        return ERROR
    array.data[array.length] = byte
    array.length += 1
    out[0] = value_none()
    return OK


cdef int method_extend(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef ByteArray* array = array_of(args[0])
    cdef ByteArray* collected
    cdef uint8_t* data
    cdef int64_t length
    cdef int type = args[1].tag & TYPE_MASK, status
    if bytes_view(args[1], &data, &length):
        status = append_bytes(vm, array, args[1])
    else:
        if not iterates_natively(args[1]):
            if type == T_INSTANCE or type == T_GENERATOR or types_pointer[type].next != NULL:
                return DEFER
            return raise_format(vm, E_TYPE_ERROR, "can't extend bytearray with %s", type_name(args[1]), NULL, NULL)
        if type == T_STR and EXTEND_NAMES_STR and (<Str*>args[1].as_.block).length > 0:
            return raise_error(vm, E_TYPE_ERROR, "expected iterable of integers; got: 'str'")
        collected = array_collect(vm, args[1], &status)
        if collected == NULL:
            return status
        status = append_bytes(vm, array, value_block(&collected.head))
        decref(vm, value_block(&collected.head))
    if status == OK:
        out[0] = value_none()
    return status


cdef int method_insert(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef ByteArray* array = array_of(args[0])
    cdef int64_t index
    cdef uint8_t byte = 0
    cdef int status = size_argument(vm, args[1], &index)
    if status == OK:
        status = byte_from_value(vm, args[2], "byte must be in range(0, 256)", &byte)
    if status != OK:
        return status
    if index < 0:
        index = index + array.length if index + array.length > 0 else 0
    if index > array.length:
        index = array.length
    if array_open(vm, array, index, index, 1) != OK:
        return ERROR
    array.data[index] = byte
    out[0] = value_none()
    return OK


cdef int method_pop(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef ByteArray* array = array_of(args[0])
    cdef int64_t index = -1
    cdef uint8_t byte
    cdef int status
    if args[1].tag != T_UNSET:
        status = size_argument(vm, args[1], &index)
        if status != OK:
            return status
    if array.length == 0:
        return raise_error(vm, E_INDEX_ERROR, "pop from empty bytearray")
    if index < 0:
        index += array.length
    if index < 0 or index >= array.length:
        return raise_error(vm, E_INDEX_ERROR, "pop index out of range")
    byte = array.data[index]
    if array_open(vm, array, index, index + 1, 0) != OK:
        return ERROR
    out[0] = value_int(byte)
    return OK


cdef int method_remove(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef ByteArray* array = array_of(args[0])
    cdef int64_t i
    cdef uint8_t byte = 0
    cdef int status = byte_from_value(vm, args[1], "byte must be in range(0, 256)", &byte)
    if status != OK:
        return status
    for i in range(array.length):
        if array.data[i] == byte:
            if array_open(vm, array, i, i + 1, 0) != OK:
                return ERROR
            out[0] = value_none()
            return OK
        if i & 1023 == 1023 and poll(vm, 1024) != OK:
            return ERROR
    return raise_error(vm, E_VALUE_ERROR, "value not found in bytearray")


cdef int method_reverse(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef ByteArray* array = array_of(args[0])
    cdef int64_t i, j
    cdef uint8_t swap
    # Reversing all or nothing: it is paid for first.
    if poll(vm, array.length >> 1) != OK:
        return ERROR
    j = array.length - 1
    for i in range(array.length // 2):
        swap = array.data[i]
        array.data[i] = array.data[j]
        array.data[j] = swap
        j -= 1
    out[0] = value_none()
    return OK


cdef int method_clear(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef ByteArray* array = array_of(args[0])
    if array.length != 0 and array_fixed(vm, array):
        return ERROR
    array.length = 0
    buffer_free(vm, array.data)
    array.data = NULL
    out[0] = value_none()
    return OK


cdef int method_copy(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef ByteArray* array = array_of(args[0])
    cdef ByteArray* made = bytearray_from(vm, array.data, array.length)
    if made == NULL or poll(vm, array.length >> 5) != OK:
        if made != NULL:
            decref(vm, value_block(&made.head))
        return ERROR
    out[0] = value_block(&made.head)
    return OK


cdef TypeRow* row = register_type(T_BYTEARRAY, b"bytearray")
row.free = row_free
row.repr = row_repr
row.inplace = row_inplace
row.set_item = row_set_item
row.delete_item = row_delete_item

register_native(T_BYTEARRAY, NATIVE_METHOD, b"append(self, item, /)", method_append, b"bytearray_append")
register_native(T_BYTEARRAY, NATIVE_METHOD, b"extend(self, iterable_of_ints, /)", method_extend, b"bytearray_extend")
register_native(T_BYTEARRAY, NATIVE_METHOD, b"insert(self, index, item, /)", method_insert, b"bytearray_insert")
register_native(T_BYTEARRAY, NATIVE_METHOD, b"pop(self, index=-1, /)", method_pop, b"bytearray_pop")
register_native(T_BYTEARRAY, NATIVE_METHOD, b"remove(self, value, /)", method_remove, b"bytearray_remove")
register_native(T_BYTEARRAY, NATIVE_METHOD, b"reverse(self, /)", method_reverse, NULL)
register_native(T_BYTEARRAY, NATIVE_METHOD, b"clear(self, /)", method_clear, NULL)
register_native(T_BYTEARRAY, NATIVE_METHOD, b"copy(self, /)", method_copy, NULL)
