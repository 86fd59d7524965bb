"""bytes, and what bytearray shares with it: storage, comparison, searching, repr, subscripts, iteration. Construction of
both is in bytes_construct, their methods in bytes_methods, bytes_split and bytes_text."""

from libc.stdint cimport INT64_MAX
from libc.string cimport memchr, memcmp, memcpy, memmove, memset

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.memoryview cimport MemoryView
from monty._protocol cimport value_index
from monty.objects.range cimport slice_resolve
from monty.objects.str cimport hash_memory, writer_ascii, writer_char, writer_reserve

cdef Value* BYTES_GET_ITEM = prelude_slot(b"bytes_get_item")
cdef Value* BYTES_CONTAINS = prelude_slot(b"bytes_contains")
cdef Value* BYTES_MULTIPLY = prelude_slot(b"bytes_multiply")

cdef enum:
    CHUNK = 1 << 20             # bytes moved or compared between polls
    CHUNK_COST = 1 << 15

cdef uint8_t[8] nothing         # what an empty view points to


# --- storage ---------------------------------------------------------------------------------------------------------

cdef Bytes* bytes_new(VM* vm, int64_t length) noexcept nogil:
    cdef Bytes* made
    if unlikely(length > BYTES_MAX_LENGTH):
        raise_limit(vm, LIMIT_MEMORY)
        return NULL
    made = <Bytes*>heap_alloc(vm, T_BYTES, sizeof(Bytes) + <size_t>length, False)
    if made != NULL:
        made.length = length
    return made


cdef Bytes* bytes_from(VM* vm, const uint8_t* data, int64_t length) noexcept nogil:
    cdef Bytes* made = bytes_new(vm, length)
    if made != NULL and length > 0:
        memcpy(bytes_data(made), data, <size_t>length)
    return made


cdef ByteArray* bytearray_new(VM* vm, int64_t length) noexcept nogil:
    cdef ByteArray* made
    cdef uint8_t* data = NULL
    if unlikely(length > BYTES_MAX_LENGTH):
        raise_limit(vm, LIMIT_MEMORY)
        return NULL
    if length > 0:
        data = <uint8_t*>buffer_new(vm, <size_t>length)
        if data == NULL:
            return NULL
    made = <ByteArray*>heap_alloc(vm, T_BYTEARRAY, sizeof(ByteArray), False)
    if made == NULL:
        buffer_free(vm, data)
        return NULL
    made.data = data
    made.exports = 0
    made.length = length
    return made


cdef ByteArray* bytearray_from(VM* vm, const uint8_t* data, int64_t length) noexcept nogil:
    cdef ByteArray* made = bytearray_new(vm, length)
    if made != NULL and length > 0:
        memcpy(made.data, data, <size_t>length)
    return made


cdef bint bytes_view(Value v, uint8_t** data, int64_t* length) noexcept nogil:
    cdef int type = v.tag & TYPE_MASK
    if type == T_BYTES:
        data[0] = bytes_data(<Bytes*>v.as_.block)
        length[0] = (<Bytes*>v.as_.block).length
        return True
    if type == T_BYTEARRAY:
        data[0] = (<ByteArray*>v.as_.block).data
        if data[0] == NULL:
            data[0] = nothing
        length[0] = (<ByteArray*>v.as_.block).length
        return True
    if type == T_MEMORYVIEW:
        return memoryview_data(<MemoryView*>v.as_.block, data, length)
    return False


# Whether the view is open, its items lie side by side, and all of them inside its source.
cdef bint memoryview_data(MemoryView* view, uint8_t** data, int64_t* length) noexcept nogil:
    if view.source.tag == T_UNSET or view.step != 1 or not bytes_view(view.source, data, length):
        return False
    if view.offset < 0 or view.length < 0 or view.offset + view.length > length[0]:
        return False
    data[0] += view.offset
    length[0] = view.length
    return True


cdef int bytes_require(VM* vm, Value v, uint8_t** data, int64_t* length) noexcept nogil:
    if bytes_view(v, data, length):
        return OK
    return raise_format(vm, E_TYPE_ERROR, "a bytes-like object is required, not '%s'", type_name(v), NULL, NULL)


cdef int bytes_move(VM* vm, uint8_t* target, const uint8_t* source, int64_t length) noexcept nogil:
    cdef int64_t step
    while length > 0:
        step = CHUNK if length > CHUNK else length
        memcpy(target, source, <size_t>step)
        target += step
        source += step
        length -= step
        if length > 0 and poll(vm, CHUNK_COST) != OK:
            return ERROR
    return OK


cdef int bytes_result(VM* vm, int type, int64_t length, uint8_t** data, Value* out) noexcept nogil:
    cdef Bytes* made
    cdef ByteArray* array
    if type == T_BYTES:
        made = bytes_new(vm, length)
        if made == NULL:
            return ERROR
        data[0] = bytes_data(made)
        out[0] = value_block(&made.head)
        return OK
    array = bytearray_new(vm, length)
    if array == NULL:
        return ERROR
    data[0] = array.data if array.data != NULL else nothing
    out[0] = value_block(&array.head)
    return OK


cdef int bytes_copy(VM* vm, int type, const uint8_t* source, int64_t length, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef Bytes* short
    cdef Value made
    if type == T_BYTES and length <= 4096:
        short = bytes_from(vm, source, length)
        if short == NULL:
            return ERROR
        out[0] = value_block(&short.head)
        return OK
    if bytes_result(vm, type, length, &data, &made) != OK:
        return ERROR
    if bytes_move(vm, data, source, length) != OK:
        decref(vm, made)
        return ERROR
    out[0] = made
    return OK


cdef int byte_from_value(VM* vm, Value v, const char* message, uint8_t* out) noexcept nogil:
    cdef int type = v.tag & TYPE_MASK
    if type == T_INT or type == T_BOOL:
        if 0 <= v.as_.i and v.as_.i < 256:
            out[0] = <uint8_t>v.as_.i
            return OK
        return raise_error(vm, E_VALUE_ERROR, message)
    if type == T_LONG:
        return raise_error(vm, E_VALUE_ERROR, message)
    if type == T_INSTANCE:
        return DEFER
    return raise_format(vm, E_TYPE_ERROR, "'%s' object cannot be interpreted as an integer", type_name(v), NULL, NULL)


# --- searching and comparing -----------------------------------------------------------------------------------------

cdef int bytes_find(VM* vm, const uint8_t* data, int64_t length, const uint8_t* part, int64_t part_length,
                    int64_t* out) noexcept nogil:
    cdef int64_t i = 0, last = length - part_length, step
    cdef const uint8_t* found
    out[0] = -1
    if last < 0:
        return OK
    if part_length == 0:
        out[0] = 0
        return OK
    while i <= last:
        step = last + 1 - i
        if step > CHUNK:
            step = CHUNK
        found = <const uint8_t*>memchr(data + i, part[0], <size_t>step)
        if found == NULL:
            i += step
            if poll(vm, step >> 5) != OK:
                return ERROR
            continue
        if poll(vm, (found - (data + i)) >> 5) != OK:
            return ERROR
        i = found - data
        if part_length == 1 or (data[i + part_length - 1] == part[part_length - 1]
                                and memcmp(data + i, part, <size_t>part_length) == 0):
            out[0] = i
            return OK
        i += 1
        if poll(vm, 1 + (part_length >> 4)) != OK:
            return ERROR
    return OK


cdef int bytes_find_last(VM* vm, const uint8_t* data, int64_t length, const uint8_t* part, int64_t part_length,
                         int64_t* out) noexcept nogil:
    cdef int64_t i = length - part_length
    out[0] = -1
    if part_length == 0:
        out[0] = length
        return OK
    while i >= 0:
        if data[i] == part[0] and (part_length == 1 or (data[i + part_length - 1] == part[part_length - 1]
                                                        and memcmp(data + i, part, <size_t>part_length) == 0)):
            out[0] = i
            return OK
        if data[i] == part[0] and poll(vm, 1 + (part_length >> 4)) != OK:
            return ERROR
        i -= 1
        if i & 1023 == 0 and poll(vm, 512) != OK:
            return ERROR
    return OK


cdef int bytes_compare(VM* vm, const uint8_t* a, int64_t a_length, const uint8_t* b, int64_t b_length,
                       int* out) noexcept nogil:
    cdef int64_t length = a_length if a_length < b_length else b_length
    cdef int64_t i = 0, step
    cdef int answer
    while i < length:
        step = CHUNK if length - i > CHUNK else length - i
        answer = memcmp(a + i, b + i, <size_t>step)
        if answer != 0:
            out[0] = -1 if answer < 0 else 1
            return OK
        i += step
        if i < length and poll(vm, CHUNK_COST) != OK:
            return ERROR
    out[0] = -1 if a_length < b_length else a_length > b_length
    return OK


# --- protocol --------------------------------------------------------------------------------------------------------

cdef int row_length(VM* vm, Value v, int64_t* out) noexcept nogil:
    out[0] = (<Bytes*>v.as_.block).length if type_of(v) == T_BYTES else (<ByteArray*>v.as_.block).length
    return OK


cdef int row_truth(VM* vm, Value v, bint* out) noexcept nogil:
    cdef int64_t length
    row_length(vm, v, &length)
    out[0] = length != 0
    return OK


cdef int row_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    cdef uint8_t* left
    cdef uint8_t* right
    cdef int64_t left_length, right_length
    cdef int answer
    bytes_view(a, &left, &left_length)
    if type_of(b) == T_MEMORYVIEW or not bytes_view(b, &right, &right_length):
        return NOT_IMPLEMENTED
    if left_length != right_length:
        out[0] = False
        return OK
    if bytes_compare(vm, left, left_length, right, right_length, &answer) != OK:
        return ERROR
    out[0] = answer == 0
    return OK


cdef int row_order(VM* vm, Value a, Value b, int comparison, int depth, bint* out) noexcept nogil:
    cdef uint8_t* left
    cdef uint8_t* right
    cdef int64_t left_length, right_length
    cdef int answer
    bytes_view(a, &left, &left_length)
    if (type_of(b) == T_MEMORYVIEW and type_of(a) == T_BYTES) or not bytes_view(b, &right, &right_length):
        return NOT_IMPLEMENTED
    if bytes_compare(vm, left, left_length, right, right_length, &answer) != OK:
        return ERROR
    if comparison == CMP_LT:
        out[0] = answer < 0
    elif comparison == CMP_LE:
        out[0] = answer <= 0
    elif comparison == CMP_GT:
        out[0] = answer > 0
    else:
        out[0] = answer >= 0
    return OK


cdef int row_hash(VM* vm, Value v, int depth, int64_t* out) noexcept nogil:
    cdef Bytes* b = <Bytes*>v.as_.block
    if unlikely(b.head.flags & BLOCK_SUBCLASSED):
        # its link is the collector's
        out[0] = <int64_t>hash_memory(bytes_data(b), <size_t>b.length)
        return OK
    if b.head.link == 0:
        b.head.link = hash_memory(bytes_data(b), <size_t>b.length)
    out[0] = <int64_t>b.head.link
    return OK


cdef int bytes_write_repr(Writer* writer, const uint8_t* data, int64_t length, bint escape_single) noexcept nogil:
    cdef int64_t i, plain
    cdef uint8_t c, quote = 39, digit
    cdef char[4] escape
    if length > 0 and memchr(data, 39, <size_t>length) != NULL and memchr(data, 34, <size_t>length) == NULL:
        quote = 34
    if (writer_reserve(writer, length + 3) != OK or writer_char(writer, c'b') != OK
            or writer_char(writer, quote) != OK):
        return ERROR
    i = 0
    while i < length:
        plain = i
        while i < length and i - plain < 4096:
            c = data[i]
            if c < 32 or c >= 127 or c == 92 or c == quote or (c == 39 and escape_single):
                break
            i += 1
        if i > plain and writer_ascii(writer, <const char*>data + plain, i - plain) != OK:
            return ERROR
        if poll(writer.vm, 2 + (i - plain)) != OK:
            return ERROR
        if i == length or i - plain == 4096:
            continue
        c = data[i]
        i += 1
        escape[0] = 92
        if c == 9:
            escape[1] = c't'
        elif c == 10:
            escape[1] = c'n'
        elif c == 13:
            escape[1] = c'r'
        elif c == 92 or c == quote or c == 39:
            escape[1] = <char>c
        else:
            escape[1] = c'x'
            digit = c >> 4
            escape[2] = <char>(48 + digit if digit < 10 else 87 + digit)
            digit = c & 15
            escape[3] = <char>(48 + digit if digit < 10 else 87 + digit)
            if writer_ascii(writer, escape, 4) != OK:
                return ERROR
            continue
        if writer_ascii(writer, escape, 2) != OK:
            return ERROR
    return writer_char(writer, quote)


cdef int row_repr(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    return bytes_write_repr(writer, bytes_data(<Bytes*>v.as_.block), (<Bytes*>v.as_.block).length, False)


cdef int bytes_exact(VM* vm, Value v, Value* out) noexcept nogil:
    if unlikely(v.tag & SUBCLASSED):
        return bytes_copy(vm, T_BYTES, bytes_data(<Bytes*>v.as_.block), (<Bytes*>v.as_.block).length, out)
    out[0] = value_copy(v)
    return OK


cdef int bytes_repeat(VM* vm, int type, const uint8_t* data, int64_t length, int64_t times, Value* out) noexcept nogil:
    cdef int64_t total, done, step
    cdef uint8_t* target
    cdef Value made
    if times < 0:
        times = 0
    # What no machine could hold is the program's error, as in CPython; what this sandbox may not hold is its limit.
    if mul_overflow(length, times, &total):
        if type == T_BYTEARRAY:
            return raise_error(vm, E_MEMORY_ERROR, NULL)
        return raise_error(vm, E_OVERFLOW_ERROR, "repeated bytes are too long")
    if total > INT64_MAX - <int64_t>sizeof(Bytes):
        return raise_error(vm, E_MEMORY_ERROR, NULL)
    if bytes_result(vm, type, total, &target, &made) != OK:
        return ERROR
    if length == 1:
        done = 0
        while done < total:
            step = CHUNK if total - done > CHUNK else total - done
            memset(target + done, data[0], <size_t>step)
            done += step
            if done < total and poll(vm, CHUNK_COST) != OK:
                decref(vm, made)
                return ERROR
    elif total > 0:
        # Double what is there, as long as it pays; then by pieces.
        memcpy(target, data, <size_t>length)
        done = length
        while done < total:
            step = done if done < CHUNK or done < 2 * length else CHUNK // length * length
            if step > total - done:
                step = total - done
            if bytes_move(vm, target + done, target, step) != OK or poll(vm, 1 + (step >> 5)) != OK:
                decref(vm, made)
                return ERROR
            done += step
    out[0] = made
    return OK


cdef int row_binary(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    cdef uint8_t* left
    cdef uint8_t* right
    cdef uint8_t* target
    cdef int64_t left_length, right_length, times
    cdef Value made, swap
    cdef int status
    if type_of(a) == T_MEMORYVIEW:
        return NOT_IMPLEMENTED          # it has no operators
    if operator == BIN_ADD:
        if not bytes_view(a, &left, &left_length) or not bytes_view(b, &right, &right_length):
            return NOT_IMPLEMENTED
        if type_of(a) == T_BYTES and type_of(b) == T_BYTES and (left_length == 0 or right_length == 0):
            return bytes_exact(vm, b if left_length == 0 else a, out)
        if bytes_result(vm, type_of(a), left_length + right_length, &target, &made) != OK:
            return ERROR
        if (bytes_move(vm, target, left, left_length) != OK
                or bytes_move(vm, target + left_length, right, right_length) != OK):
            decref(vm, made)
            return ERROR
        out[0] = made
        return OK
    if operator == BIN_MUL:
        if not bytes_view(a, &left, &left_length):
            swap = a
            a = b
            b = swap
            bytes_view(a, &left, &left_length)
        if type_of(b) != T_INT and type_of(b) != T_BOOL and type_of(b) != T_LONG:
            return defer_to(vm, BYTES_MULTIPLY) if type_of(b) == T_INSTANCE else NOT_IMPLEMENTED
        status = value_index(vm, b, E_OVERFLOW_ERROR, &times)
        if status != OK:
            return status
        if times == 1 and type_of(a) == T_BYTES:
            return bytes_exact(vm, a, out)
        return bytes_repeat(vm, type_of(a), left, left_length, times, out)
    if operator == BIN_MOD and bytes_view(a, &left, &left_length) and bytes_modulo != NULL:
        return bytes_modulo(vm, a, b, out)
    return NOT_IMPLEMENTED


cdef int bytes_row_get_item(VM* vm, Value v, Value key, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef uint8_t* target
    cdef int64_t length, start, stop, step, count, index, i
    cdef bint array = type_of(v) == T_BYTEARRAY
    cdef int type = key.tag & TYPE_MASK, status
    cdef Value made
    bytes_view(v, &data, &length)
    if type == T_INT or type == T_BOOL:
        index = key.as_.i
        if index < 0:
            index += length
        if index < 0 or index >= length:
            return raise_error(vm, E_INDEX_ERROR, "bytearray index out of range" if array else "index out of range")
        out[0] = value_int(data[index])
        return OK
    if type == T_SLICE:
        status = slice_resolve(vm, key, length, &start, &stop, &step, &count)
        if status != OK:
            return defer_to(vm, BYTES_GET_ITEM) if status == DEFER else status
        if step == 1:
            if count == length and not array:
                return bytes_exact(vm, v, out)
            return bytes_copy(vm, type_of(v), data + start, count, out)
        if bytes_result(vm, type_of(v), count, &target, &made) != OK:
            return ERROR
        for i in range(count):
            target[i] = data[start + i * step]
            if i & 4095 == 4095 and poll(vm, 4096) != OK:
                decref(vm, made)
                return ERROR
        out[0] = made
        return OK
    if type == T_LONG:
        return value_index(vm, key, E_INDEX_ERROR, &index)
    if type == T_INSTANCE:
        return defer_to(vm, BYTES_GET_ITEM)
    return raise_format(vm, E_TYPE_ERROR, "bytearray indices must be integers or slices, not %s" if array
                        else "byte indices must be integers or slices, not %s", type_name(key), NULL, NULL)


cdef int bytes_row_contains(VM* vm, Value container, Value item, bint* out) noexcept nogil:
    cdef uint8_t* data
    cdef uint8_t* part
    cdef uint8_t byte
    cdef int64_t length, part_length, found
    cdef int type = item.tag & TYPE_MASK
    bytes_view(container, &data, &length)
    if type == T_INT or type == T_BOOL or type == T_LONG:
        if byte_from_value(vm, item, "byte must be in range(0, 256)", &byte) != OK:
            return ERROR
        part = &byte
        part_length = 1
    elif type == T_INSTANCE:
        return defer_to(vm, BYTES_CONTAINS)
    elif bytes_require(vm, item, &part, &part_length) != OK:
        return ERROR
    if bytes_find(vm, data, length, part, part_length, &found) != OK:
        return ERROR
    out[0] = found >= 0
    return OK


# --- iteration -------------------------------------------------------------------------------------------------------

cdef int row_iterate(VM* vm, Value v, Value* out) noexcept nogil:
    cdef int type = T_BYTES_ITERATOR if type_of(v) == T_BYTES else T_BYTEARRAY_ITERATOR
    cdef BytesIterator* iterator = <BytesIterator*>heap_alloc(vm, type, sizeof(BytesIterator), True)
    if iterator == NULL:
        return ERROR
    iterator.source = value_copy(v)
    iterator.index = 0
    out[0] = value_block(&iterator.head)
    return OK


cdef void iterator_drop(VM* vm, BytesIterator* iterator) noexcept nogil:
    cdef Value source = iterator.source
    iterator.source = value_unset()
    decref(vm, source)


cdef void iterator_free(VM* vm, Block* block) noexcept nogil:
    iterator_drop(vm, <BytesIterator*>block)


cdef void iterator_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    if (<BytesIterator*>block).source.tag & COUNTED:
        visit((<BytesIterator*>block).source.as_.block, context)


cdef int iterator_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef BytesIterator* iterator = <BytesIterator*>v.as_.block
    cdef uint8_t* data
    cdef int64_t length
    if iterator.source.tag == T_UNSET:
        return EXHAUSTED
    bytes_view(iterator.source, &data, &length)
    if iterator.index >= length:
        iterator_drop(vm, iterator)
        return EXHAUSTED
    out[0] = value_int(data[iterator.index])
    iterator.index += 1
    return OK


cdef int iterator_length_hint(VM* vm, Value v, int64_t* out) noexcept nogil:
    cdef BytesIterator* iterator = <BytesIterator*>v.as_.block
    cdef uint8_t* data
    cdef int64_t length
    out[0] = 0
    if iterator.source.tag != T_UNSET:
        bytes_view(iterator.source, &data, &length)
        if length > iterator.index:
            out[0] = length - iterator.index
    return OK


cdef TypeRow* row
cdef int number
for number in (T_BYTES, T_BYTEARRAY):
    row = register_type(number, b"bytes" if number == T_BYTES else b"bytearray")
    row.truth = row_truth
    row.length = row_length
    row.equal = row_equal
    row.order = row_order
    row.binary = row_binary
    row.get_item = bytes_row_get_item
    row.contains = bytes_row_contains
    row.iterate = row_iterate
row = register_type(T_BYTES, b"bytes")
row.hash = row_hash
row.repr = row_repr
for number in (T_BYTES_ITERATOR, T_BYTEARRAY_ITERATOR):
    row = register_type(number, b"bytes_iterator" if number == T_BYTES_ITERATOR else b"bytearray_iterator")
    row.free = iterator_free
    row.traverse = iterator_traverse
    row.next = iterator_next
    row.length_hint = iterator_length_hint
    row.hash_identity = True
