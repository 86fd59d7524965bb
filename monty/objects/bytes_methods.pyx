"""Methods that bytes and bytearray share: searching, replacing, joining, translating, codecs, hexadecimal text."""

from libc.stdint cimport uint8_t, uint32_t
from libc.stdio cimport snprintf
from libc.string cimport memcmp, memcpy, memset

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport iterated_type, iterates_natively, value_length
from monty.objects.bytes cimport (byte_from_value, bytes_copy, bytes_exact, bytes_find, bytes_find_last, bytes_move,
                                 bytes_require,
                                  bytes_result, bytes_view)
from monty.objects.list cimport List, list_extend, list_new
from monty.objects.str cimport latin1_is_ascii, str_alloc, str_char, str_finish, str_latin1
from monty.objects.str_arguments cimport int_argument, search_range, size_argument
from monty.objects.str_codecs cimport str_decode
from monty.objects.tuple cimport Tuple, tuple_items


# The value itself if it is bytes (which nobody can change), a copy if it is a bytearray.
cdef int unchanged(VM* vm, Value v, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef int64_t length
    if type_of(v) == T_BYTES:
        return bytes_exact(vm, v, out)
    bytes_view(v, &data, &length)
    return bytes_copy(vm, T_BYTEARRAY, data, length, out)


# --- searching -------------------------------------------------------------------------------------------------------

# What is searched for: a byte or bytes. `byte` gives the single one a place.
cdef int searched_part(VM* vm, Value v, uint8_t* byte, uint8_t** part, int64_t* length) noexcept nogil:
    cdef int type = v.tag & TYPE_MASK
    if bytes_view(v, part, length):
        return OK
    if type == T_INT or type == T_BOOL or type == T_LONG or type == T_INSTANCE:
        part[0] = byte
        length[0] = 1
        return byte_from_value(vm, v, "byte must be in range(0, 256)", byte)
    return raise_format(vm, E_TYPE_ERROR, "argument should be integer or bytes-like object, not '%s'", type_name(v), NULL,
                        NULL)


cdef int find(VM* vm, Value* args, bint last, int64_t* out) noexcept nogil:
    cdef uint8_t* data
    cdef uint8_t* part
    cdef uint8_t byte = 0
    cdef int64_t length, part_length, start, stop
    cdef int status
    bytes_view(args[0], &data, &length)
    status = search_range(vm, args[2], args[3], length, &start, &stop)
    if status == OK:
        status = searched_part(vm, args[1], &byte, &part, &part_length)
    if status != OK:
        return status
    out[0] = -1
    if stop - start < part_length:
        return OK
    if last:
        status = bytes_find_last(vm, data + start, stop - start, part, part_length, out)
    else:
        status = bytes_find(vm, data + start, stop - start, part, part_length, out)
    if status == OK and out[0] >= 0:
        out[0] += start
    return status


cdef int method_find(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t found
    cdef int status = find(vm, args, False, &found)
    if status == OK:
        out[0] = value_int(found)
    return status


cdef int method_rfind(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t found
    cdef int status = find(vm, args, True, &found)
    if status == OK:
        out[0] = value_int(found)
    return status


cdef int method_index(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int status = method_find(vm, args, count, out)
    if status == OK and out[0].as_.i < 0:
        return raise_error(vm, E_VALUE_ERROR, "subsection not found")
    return status


cdef int method_rindex(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int status = method_rfind(vm, args, count, out)
    if status == OK and out[0].as_.i < 0:
        return raise_error(vm, E_VALUE_ERROR, "subsection not found")
    return status


# How often `part` (not empty) occurs without overlap, no more than `maximum` times (negative: all).
cdef int occurrences(VM* vm, const uint8_t* data, int64_t length, const uint8_t* part, int64_t part_length,
                     int64_t maximum, int64_t* out) noexcept nogil:
    cdef int64_t at = 0, found, number = 0
    while number != maximum:
        if bytes_find(vm, data + at, length - at, part, part_length, &found) != OK:
            return ERROR
        if found < 0:
            break
        number += 1
        at += found + part_length
    out[0] = number
    return OK


cdef int method_count(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef uint8_t* part
    cdef uint8_t byte = 0
    cdef int64_t length, part_length, start, stop, number = 0
    cdef int status
    bytes_view(args[0], &data, &length)
    status = search_range(vm, args[2], args[3], length, &start, &stop)
    if status == OK:
        status = searched_part(vm, args[1], &byte, &part, &part_length)
    if status != OK:
        return status
    if stop - start >= part_length:
        if part_length == 0:
            number = stop - start + 1
        elif occurrences(vm, data + start, stop - start, part, part_length, -1, &number) != OK:
            return ERROR
    out[0] = value_int(number)
    return OK


# Does data[start:stop] begin (end) with the affix?
cdef bint has_affix(const uint8_t* data, int64_t start, int64_t stop, const uint8_t* affix, int64_t length,
                    bint at_end) noexcept nogil:
    if stop - start < length:
        return False
    return length == 0 or memcmp(data + (stop - length if at_end else start), affix, <size_t>length) == 0


cdef int test_affix(VM* vm, Value* args, bint at_end, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef uint8_t* affix
    cdef int64_t length, affix_length, start, stop, i
    cdef Tuple* choices
    cdef int status
    bytes_view(args[0], &data, &length)
    status = search_range(vm, args[2], args[3], length, &start, &stop)
    if status != OK:
        return status
    if start > length:
        stop = -1           # nothing begins there, not even b''
    if type_of(args[1]) == T_TUPLE:
        choices = <Tuple*>args[1].as_.block
        for i in range(choices.length):
            if (bytes_require(vm, tuple_items(choices)[i], &affix, &affix_length) != OK
                    or poll(vm, 4 + (affix_length >> 5)) != OK):
                return ERROR
            if has_affix(data, start, stop, affix, affix_length, at_end):
                out[0] = value_bool(True)
                return OK
        out[0] = value_bool(False)
        return OK
    if not bytes_view(args[1], &affix, &affix_length):
        return raise_format(vm, E_TYPE_ERROR, "%s first arg must be bytes or a tuple of bytes, not %s",
                            "endswith" if at_end else "startswith", type_name(args[1]), NULL)
    if poll(vm, 4 + (affix_length >> 5)) != OK:
        return ERROR
    out[0] = value_bool(has_affix(data, start, stop, affix, affix_length, at_end))
    return OK


cdef int method_startswith(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return test_affix(vm, args, False, out)


cdef int method_endswith(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return test_affix(vm, args, True, out)


cdef int remove_affix(VM* vm, Value* args, bint at_end, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef uint8_t* affix
    cdef int64_t length, affix_length
    bytes_view(args[0], &data, &length)
    if bytes_require(vm, args[1], &affix, &affix_length) != OK or poll(vm, affix_length >> 5) != OK:
        return ERROR
    if affix_length == 0 or not has_affix(data, 0, length, affix, affix_length, at_end):
        return unchanged(vm, args[0], out)
    return bytes_copy(vm, type_of(args[0]), data if at_end else data + affix_length, length - affix_length, out)


cdef int method_removeprefix(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return remove_affix(vm, args, False, out)


cdef int method_removesuffix(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return remove_affix(vm, args, True, out)


# --- replacing, joining, translating ---------------------------------------------------------------------------------

cdef int method_replace(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef uint8_t* old
    cdef uint8_t* new
    cdef uint8_t* target
    cdef int64_t length, old_length, new_length, maximum = -1, number, total, at, found, i
    cdef Value made
    cdef int status
    bytes_view(args[0], &data, &length)
    if (bytes_require(vm, args[1], &old, &old_length) != OK
            or bytes_require(vm, args[2], &new, &new_length) != OK):
        return ERROR
    if args[3].tag != T_UNSET:
        status = size_argument(vm, args[3], &maximum)
        if status != OK:
            return status
    if old_length == 0:
        number = length + 1
        if 0 <= maximum and maximum < number:
            number = maximum
    elif occurrences(vm, data, length, old, old_length, maximum, &number) != OK:
        return ERROR
    if number == 0:
        return unchanged(vm, args[0], out)
    if mul_overflow(number, new_length - old_length, &total) or add_overflow(total, length, &total):
        return raise_limit(vm, LIMIT_MEMORY)
    if bytes_result(vm, type_of(args[0]), total, &target, &made) != OK:
        return ERROR
    at = 0
    status = OK
    for i in range(number):
        if old_length == 0:
            found = 1 if i > 0 else 0       # one byte is kept before every piece but the first
        else:
            status = bytes_find(vm, data + at, length - at, old, old_length, &found)
        if status == OK:
            status = bytes_move(vm, target, data + at, found)
        if status == OK:
            status = bytes_move(vm, target + found, new, new_length)
        if status == OK:
            status = poll(vm, 2 + (new_length >> 5))
        if status != OK:
            decref(vm, made)
            return ERROR
        target += found + new_length
        at += found + old_length
    if bytes_move(vm, target, data + at, length - at) != OK:
        decref(vm, made)
        return ERROR
    out[0] = made
    return OK


cdef int join_items(VM* vm, Value separator_value, Value* items, int64_t count, Value* out) noexcept nogil:
    cdef uint8_t* separator
    cdef uint8_t* part
    cdef uint8_t* target
    cdef int64_t separator_length, length, total = 0, i
    cdef Value made
    bytes_view(separator_value, &separator, &separator_length)
    for i in range(count):
        if not bytes_view(items[i], &part, &length):
            return raise_format_mixed_item(vm, i, type_name(items[i]))
        if add_overflow(total, length, &total) or (i > 0 and add_overflow(total, separator_length, &total)):
            return raise_limit(vm, LIMIT_MEMORY)
        if i & 1023 == 1023 and poll(vm, 2048) != OK:
            return ERROR
    if bytes_result(vm, type_of(separator_value), total, &target, &made) != OK:
        return ERROR
    for i in range(count):
        if i > 0:
            if bytes_move(vm, target, separator, separator_length) != OK:
                decref(vm, made)
                return ERROR
            target += separator_length
        bytes_view(items[i], &part, &length)
        if bytes_move(vm, target, part, length) != OK or poll(vm, 2 + ((length + separator_length) >> 5)) != OK:
            decref(vm, made)
            return ERROR
        target += length
    out[0] = made
    return OK


cdef int raise_format_mixed_item(VM* vm, int64_t index, const char* name) noexcept nogil:
    cdef char[24] number
    snprintf(number, sizeof(number), "%lld", <long long>index)
    return raise_format(vm, E_TYPE_ERROR, "sequence item %s: expected a bytes-like object, %s found", number, name, NULL)


cdef int method_join(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value iterable = args[1]
    cdef int type = iterated_type(iterable)
    cdef List* items
    cdef int status
    if type == T_LIST:
        items = <List*>iterable.as_.block
        return join_items(vm, args[0], items.items, items.length, out)
    if type == T_TUPLE:
        return join_items(vm, args[0], tuple_items(<Tuple*>iterable.as_.block), (<Tuple*>iterable.as_.block).length,
                          out)
    if not iterates_natively(iterable):
        if type == T_INSTANCE or type == T_GENERATOR or types_pointer[type].next != NULL:
            return DEFER
        return raise_error(vm, E_TYPE_ERROR, "can only join an iterable")
    items = list_new(vm, 0)
    if items == NULL:
        return ERROR
    status = list_extend(vm, items, iterable)
    if status == OK:
        status = join_items(vm, args[0], items.items, items.length, out)
    decref(vm, value_block(&items.head))
    return status


cdef int method_translate(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef uint8_t* table = NULL
    cdef uint8_t* deleted
    cdef uint8_t* target
    cdef int64_t length, table_length, deleted_length = 0, i, kept
    cdef bint[256] gone
    cdef Value made, cut
    cdef int status
    bytes_view(args[0], &data, &length)
    if args[1].tag != T_NONE:
        if bytes_require(vm, args[1], &table, &table_length) != OK:
            return ERROR
        if table_length != 256:
            return raise_error(vm, E_VALUE_ERROR, "translation table must be 256 characters long")
    memset(gone, 0, sizeof(gone))
    if args[2].tag != T_UNSET:
        if bytes_require(vm, args[2], &deleted, &deleted_length) != OK:
            return ERROR
        for i in range(deleted_length):
            gone[deleted[i]] = True
            if i & 4095 == 4095 and poll(vm, 4096) != OK:
                return ERROR
    if bytes_result(vm, type_of(args[0]), length, &target, &made) != OK:
        return ERROR
    kept = 0
    for i in range(length):
        if not gone[data[i]]:
            target[kept] = table[data[i]] if table != NULL else data[i]
            kept += 1
        if i & 4095 == 4095 and poll(vm, 4096) != OK:
            decref(vm, made)
            return ERROR
    if kept == length:
        out[0] = made
        return OK
    status = bytes_copy(vm, type_of(args[0]), target, kept, &cut)
    decref(vm, made)
    if status == OK:
        out[0] = cut
    return status


# maketrans(frm, to, /), a static method
cdef int method_maketrans(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef uint8_t* source
    cdef uint8_t* target
    cdef uint8_t* table
    cdef int64_t source_length, target_length, i
    if (bytes_require(vm, args[0], &source, &source_length) != OK
            or bytes_require(vm, args[1], &target, &target_length) != OK):
        return ERROR
    if source_length != target_length:
        return raise_error(vm, E_VALUE_ERROR, "maketrans arguments must have same length")
    if poll(vm, source_length) != OK or bytes_result(vm, T_BYTES, 256, &table, out) != OK:
        return ERROR
    for i in range(256):
        table[i] = <uint8_t>i
    for i in range(source_length):
        table[source[i]] = target[i]
    return OK


# The type's name as argument errors show it: None is itself.
cdef const char* shown_type(Value v) noexcept nogil:
    if v.tag == T_NONE:
        return b"None"
    return type_name(v)


# --- codecs and hexadecimal text -------------------------------------------------------------------------------------

cdef int method_decode(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef int64_t length
    cdef int i
    for i in range(1, 3):
        if args[i].tag != T_UNSET and type_of(args[i]) != T_STR:
            return raise_format(vm, E_TYPE_ERROR, "decode() argument '%s' must be str, not %s",
                                "encoding" if i == 1 else "errors",
                                shown_type(args[i]), NULL)
    bytes_view(args[0], &data, &length)
    return str_decode(vm, data, length, <Str*>args[1].as_.block if args[1].tag != T_UNSET else NULL,
                      <Str*>args[2].as_.block if args[2].tag != T_UNSET else NULL, out)


# The two hexadecimal digits of each byte, and the value of each character as a digit (-1: it is none).
cdef uint8_t[512] hex_pairs
cdef signed char[256] hex_digits

def _fill_tables():
    for i in range(256):
        hex_pairs[2 * i] = ord('0123456789abcdef'[i >> 4])
        hex_pairs[2 * i + 1] = ord('0123456789abcdef'[i & 15])
        hex_digits[i] = '0123456789abcdef'.find(chr(i).lower()) if i < 128 else -1

_fill_tables()
del _fill_tables


# hex(self, sep=..., bytes_per_sep=1)
cdef int method_hex(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef uint8_t* view
    cdef int64_t length, group = 0, total, separators = 0, i, width
    cdef uint32_t separator = 0
    cdef Str* text
    cdef uint8_t* target
    cdef int status
    bytes_view(args[0], &data, &length)
    if args[1].tag != T_UNSET:
        status = value_length(vm, args[1], &width)
        if status != OK:
            return status
        if width != 1:
            return raise_error(vm, E_VALUE_ERROR, "sep must be length 1.")
        if type_of(args[1]) == T_STR:
            separator = str_char(<Str*>args[1].as_.block, 0)
        elif type_of(args[1]) == T_BYTES:
            bytes_view(args[1], &view, &width)
            separator = view[0]
        else:
            return raise_error(vm, E_TYPE_ERROR, "sep must be str or bytes.")
        if separator > 127:
            return raise_error(vm, E_VALUE_ERROR, "sep must be ASCII.")
        group = 1
        if args[2].tag != T_UNSET:
            status = int_argument(vm, args[2], &group)
            if status != OK:
                return status
    width = -group if group < 0 else group
    if width != 0 and length > 0:
        separators = (length - 1) // width
    total = length * 2 + separators
    text = str_alloc(vm, total, 1)
    if text == NULL:
        return ERROR
    target = str_latin1(text)
    if separators == 0:
        i = 0
        while i < length:
            memcpy(target + 2 * i, hex_pairs + 2 * data[i], 2)
            i += 1
            if i & 4095 == 0 and poll(vm, 2048) != OK:
                heap_free(vm, &text.head)
                return ERROR
        out[0] = str_finish(vm, text)
        return OK
    for i in range(length):
        memcpy(target, hex_pairs + 2 * data[i], 2)
        target += 2
        # Groups are counted from the right, or from the left if the number is negative.
        if i + 1 < length and (length - 1 - i if group > 0 else i + 1) % width == 0:
            target[0] = <uint8_t>separator
            target += 1
        if i & 1023 == 1023 and poll(vm, 2048) != OK:
            heap_free(vm, &text.head)
            return ERROR
    out[0] = str_finish(vm, text)
    return OK


cdef int from_hex(VM* vm, int type, Value source, Value* out) noexcept nogil:
    cdef Str* text
    cdef uint8_t* target
    cdef uint8_t* digits
    cdef int64_t i = 0, done = 0, length
    cdef int high, low
    cdef uint32_t character
    cdef Value made
    cdef int status
    if type_of(source) != T_STR:
        return raise_format(vm, E_TYPE_ERROR, "fromhex() argument must be str, not %s",
                            shown_type(source), NULL, NULL)
    text = <Str*>source.as_.block
    length = text.length
    if text.kind != 1 or not latin1_is_ascii(str_latin1(text), length):
        # A character outside ASCII is named before anything else that is wrong.
        while str_char(text, i) < 128:
            i += 1
            if i & 1023 == 0 and poll(vm, 512) != OK:
                return ERROR
        return raise_format_int(vm, E_VALUE_ERROR, "non-hexadecimal number found in fromhex() arg at position %lld", i, 0)
    if poll(vm, length >> 3) != OK or bytes_result(vm, type, length // 2, &target, &made) != OK:
        return ERROR
    digits = str_latin1(text)
    while i < length:
        if done & 1023 == 1023 and poll(vm, 2048) != OK:
            decref(vm, made)
            return ERROR
        character = digits[i]
        if character == 32 or (9 <= character and character <= 13):
            i += 1
            if i & 1023 == 0 and poll(vm, 512) != OK:
                decref(vm, made)
                return ERROR
            continue
        high = hex_digits[character]
        low = -1
        if high >= 0:
            i += 1
            if i < length:
                low = hex_digits[digits[i]]
        if low < 0:
            decref(vm, made)
            return raise_format_int(vm, E_VALUE_ERROR,
                                    "non-hexadecimal number found in fromhex() arg at position %lld", i, 0)
        target[done] = <uint8_t>(high * 16 + low)
        done += 1
        i += 1
    if done == length // 2:
        out[0] = made
        return OK
    status = bytes_copy(vm, type, target, done, out)
    decref(vm, made)
    return status


cdef int bytes_fromhex(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if args[0].as_.block != &types_pointer[T_BYTES].cls.head:
        return DEFER
    return from_hex(vm, T_BYTES, args[1], out)


cdef int bytearray_fromhex(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if args[0].as_.block != &types_pointer[T_BYTEARRAY].cls.head:
        return DEFER
    return from_hex(vm, T_BYTEARRAY, args[1], out)



cdef int type
for type in (T_BYTES, T_BYTEARRAY):
    register_native(type, NATIVE_METHOD, b"find(self, sub, start=None, end=None, /)", method_find, b"bytes_find")
    register_native(type, NATIVE_METHOD, b"rfind(self, sub, start=None, end=None, /)", method_rfind, b"bytes_rfind")
    register_native(type, NATIVE_METHOD, b"index(self, sub, start=None, end=None, /)", method_index, b"bytes_index")
    register_native(type, NATIVE_METHOD, b"rindex(self, sub, start=None, end=None, /)", method_rindex, b"bytes_rindex")
    register_native(type, NATIVE_METHOD, b"count(self, sub, start=None, end=None, /)", method_count, b"bytes_count")
    register_native(type, NATIVE_METHOD, b"startswith(self, prefix, start=None, end=None, /)", method_startswith,
                    b"bytes_startswith")
    register_native(type, NATIVE_METHOD, b"endswith(self, suffix, start=None, end=None, /)", method_endswith,
                    b"bytes_endswith")
    register_native(type, NATIVE_METHOD, b"removeprefix(self, prefix, /)", method_removeprefix, NULL)
    register_native(type, NATIVE_METHOD, b"removesuffix(self, suffix, /)", method_removesuffix, NULL)
    register_native(type, NATIVE_METHOD, b"replace(self, old, new, count=-1, /)", method_replace, b"bytes_replace")
    register_native(type, NATIVE_METHOD, b"join(self, iterable_of_bytes, /)", method_join, b"bytes_join")
    register_native(type, NATIVE_METHOD, b"translate(self, table, /, delete=b'')", method_translate, NULL)
    register_native(type, NATIVE_STATIC, b"maketrans(frm, to, /)", method_maketrans, NULL)
    register_native(type, NATIVE_METHOD, b"decode(self, /, encoding='utf-8', errors='strict')", method_decode, NULL)
    register_native(type, NATIVE_METHOD, b"hex(self, sep=':', bytes_per_sep=1)", method_hex, b"bytes_hex")
register_native(T_BYTES, NATIVE_CLASS, b"fromhex(cls, string, /)", bytes_fromhex, b"bytes_fromhex")
register_native(T_BYTEARRAY, NATIVE_CLASS, b"fromhex(cls, string, /)", bytearray_fromhex, b"bytearray_fromhex")
