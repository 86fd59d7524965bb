"""Methods of str that cut: split, rsplit, splitlines, partition, rpartition."""

from libc.stdint cimport INT64_MAX
from libc.string cimport memcpy

from monty._generated cimport E_TYPE_ERROR, E_VALUE_ERROR
from monty._heap cimport *
from monty.objects.list cimport List, list_append, list_new
from monty.objects.str cimport *
from monty.objects.str_arguments cimport *
from monty.objects.str_properties cimport LINE_BREAK, SPACE, has_property, latin1_properties
from monty.objects.str_search cimport search_find, search_rfind
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new


cdef extern from *:
    """
    #define EACH_SPACE 0x2020202020202020ULL
    #define HIGH_BITS 0x8080808080808080ULL
    """
    const uint64_t EACH_SPACE, HIGH_BITS


# Append text[start:stop]. OK or ERROR.
cdef inline int append_part(VM* vm, List* parts, Value text, int64_t start, int64_t stop) noexcept nogil:
    cdef Value part
    if part_of(vm, text, start, stop, &part) != OK or list_append(vm, parts, part) != OK:
        return ERROR
    return poll(vm, 4)


# The end of the run of spaces (of other characters, if not `spaces`) that begins at i.
cdef inline int64_t run_end(Str* s, int64_t i, bint spaces) noexcept nogil:
    cdef int64_t length = s.length
    cdef uint8_t* text = str_latin1(s)
    if s.kind == 1:
        while i < length and (latin1_properties[text[i]] & SPACE != 0) == spaces:
            i += 1
    else:
        while i < length and has_property(str_ucs4(s)[i], SPACE) == spaces:
            i += 1
    return i


# The end of the line that begins at i: its line break, or the length. Eight bytes at a time while none of them is a
# control character or beyond ASCII.
cdef int64_t line_end(Str* s, int64_t i) noexcept nogil:
    cdef int64_t length = s.length
    cdef uint8_t* text = str_latin1(s)
    cdef uint64_t word
    if s.kind == 4:
        while i < length and not has_property(str_ucs4(s)[i], LINE_BREAK):
            i += 1
        return i
    while i < length:
        while length - i >= 8:
            memcpy(&word, text + i, 8)
            if ((word - EACH_SPACE) | word) & HIGH_BITS:
                break
            i += 8
        if i == length or latin1_properties[text[i]] & LINE_BREAK:
            return i
        i += 1
    return i


cdef void reverse_items(List* parts) noexcept nogil:
    cdef int64_t low = 0
    cdef int64_t high = parts.length - 1
    cdef Value swapped
    while low < high:
        swapped = parts.items[low]
        parts.items[low] = parts.items[high]
        parts.items[high] = swapped
        low += 1
        high -= 1


cdef int split_on_spaces(VM* vm, List* parts, Value text, int64_t maximum) noexcept nogil:
    cdef Str* s = text_of(text)
    cdef int64_t i = 0
    cdef int64_t start
    cdef int64_t length = s.length
    while True:
        start = i
        i = run_end(s, i, True)
        if unlikely(i - start > 4096) and poll(vm, i - start) != OK:
            return ERROR
        if i == length:
            return OK
        start = i
        if maximum == 0:
            return append_part(vm, parts, text, start, length)
        maximum -= 1
        i = run_end(s, i, False)
        if unlikely(i - start > 4096) and poll(vm, i - start) != OK:
            return ERROR
        if append_part(vm, parts, text, start, i) != OK:
            return ERROR


cdef int rsplit_on_spaces(VM* vm, List* parts, Value text, int64_t maximum) noexcept nogil:
    cdef Str* s = text_of(text)
    cdef int64_t i = s.length
    cdef int64_t stop
    while True:
        stop = i
        while i > 0 and has_property(str_char(s, i - 1), SPACE):
            i -= 1
        if unlikely(stop - i > 4096) and poll(vm, stop - i) != OK:
            return ERROR
        if i == 0:
            return OK
        stop = i
        if maximum == 0:
            return append_part(vm, parts, text, 0, stop)
        maximum -= 1
        while i > 0 and not has_property(str_char(s, i - 1), SPACE):
            i -= 1
        if unlikely(stop - i > 4096) and poll(vm, stop - i) != OK:
            return ERROR
        if append_part(vm, parts, text, i, stop) != OK:
            return ERROR


cdef int split_on_text(VM* vm, List* parts, Value text, Str* separator, int64_t maximum) noexcept nogil:
    cdef Str* s = text_of(text)
    cdef int64_t start = 0
    cdef int64_t found
    while maximum > 0:
        found = search_find(vm, s, separator, start, s.length)
        if found < 0:
            if found == ERROR_FIND:
                return ERROR
            break
        if append_part(vm, parts, text, start, found) != OK:
            return ERROR
        start = found + separator.length
        maximum -= 1
    return append_part(vm, parts, text, start, s.length)


cdef int rsplit_on_text(VM* vm, List* parts, Value text, Str* separator, int64_t maximum) noexcept nogil:
    cdef Str* s = text_of(text)
    cdef int64_t stop = s.length
    cdef int64_t found
    while maximum > 0:
        found = search_rfind(vm, s, separator, 0, stop)
        if found < 0:
            if found == ERROR_FIND:
                return ERROR
            break
        if append_part(vm, parts, text, found + separator.length, stop) != OK:
            return ERROR
        stop = found
        maximum -= 1
    return append_part(vm, parts, text, 0, stop)


cdef int split_arguments(VM* vm, Value* args, bint from_right, Value* out) noexcept nogil:
    cdef int64_t maximum = -1
    cdef Str* separator = NULL
    cdef List* parts
    cdef int status
    if not is_absent(args[1]):
        if not is_text(args[1]):
            return raise_format(vm, E_TYPE_ERROR, b"must be str or None, not %s", type_name(args[1]), NULL, NULL)
        separator = text_of(args[1])
    if args[2].tag != T_UNSET:
        status = size_argument(vm, args[2], &maximum)
        if status != OK:
            return status
    if separator != NULL and separator.length == 0:
        return raise_error(vm, E_VALUE_ERROR, b"empty separator")
    if maximum < 0:
        maximum = INT64_MAX
    parts = list_new(vm, 0)
    if parts == NULL:
        return ERROR
    if separator == NULL:
        status = (rsplit_on_spaces(vm, parts, args[0], maximum) if from_right
                  else split_on_spaces(vm, parts, args[0], maximum))
    else:
        status = (rsplit_on_text(vm, parts, args[0], separator, maximum) if from_right
                  else split_on_text(vm, parts, args[0], separator, maximum))
    if status != OK:
        decref(vm, value_block(&parts.head))
        return ERROR
    if from_right:
        reverse_items(parts)
    out[0] = value_block(&parts.head)
    return OK


# split(self, /, sep=None, maxsplit=-1)
cdef int method_split(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return split_arguments(vm, args, False, out)


# rsplit(self, /, sep=None, maxsplit=-1)
cdef int method_rsplit(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return split_arguments(vm, args, True, out)


# splitlines(self, /, keepends=False)
cdef int method_splitlines(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Str* s = text_of(args[0])
    cdef List* parts
    cdef int64_t keep = 0
    cdef int64_t i = 0
    cdef int64_t start, stop
    cdef int status
    if args[1].tag != T_UNSET:
        status = int_argument(vm, args[1], &keep)
        if status != OK:
            return status
    parts = list_new(vm, 0)
    if parts == NULL:
        return ERROR
    while i < s.length:
        start = i
        i = line_end(s, i)
        stop = i
        if i < s.length:
            i += 2 if str_char(s, i) == 13 and i + 1 < s.length and str_char(s, i + 1) == 10 else 1
        if (append_part(vm, parts, args[0], start, i if keep else stop) != OK
                or (i - start > 4096 and poll(vm, i - start) != OK)):
            decref(vm, value_block(&parts.head))
            return ERROR
    out[0] = value_block(&parts.head)
    return OK


# The tuple of text[:found], the separator and the rest; (text, '', '') or ('', '', text) if it was not found.
cdef int partition_at(VM* vm, Value* args, int64_t found, bint from_right, Value* out) noexcept nogil:
    cdef Str* s = text_of(args[0])
    cdef Tuple* parts
    cdef Value* items
    if found == ERROR_FIND:
        return ERROR
    parts = tuple_new(vm, 3)
    if parts == NULL:
        return ERROR
    items = tuple_items(parts)
    if found < 0:
        items[0] = str_empty() if from_right else value_copy(args[0])
        items[1] = str_empty()
        items[2] = value_copy(args[0]) if from_right else str_empty()
    else:
        items[1] = value_copy(args[1])
        if (str_substring(vm, s, 0, found, &items[0]) != OK
                or str_substring(vm, s, found + text_of(args[1]).length, s.length, &items[2]) != OK):
            decref(vm, value_block(&parts.head))
            return ERROR
    out[0] = value_block(&parts.head)
    return OK


cdef int partition_arguments(VM* vm, Value* args) noexcept nogil:
    if not is_text(args[1]):
        return raise_not_text(vm, b"", args[1], False)
    if text_of(args[1]).length == 0:
        return raise_error(vm, E_VALUE_ERROR, b"empty separator")
    return OK


# partition(self, sep, /)
cdef int method_partition(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if partition_arguments(vm, args) != OK:
        return ERROR
    return partition_at(vm, args, search_find(vm, text_of(args[0]), text_of(args[1]), 0, text_of(args[0]).length),
                        False, out)


# rpartition(self, sep, /)
cdef int method_rpartition(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if partition_arguments(vm, args) != OK:
        return ERROR
    return partition_at(vm, args, search_rfind(vm, text_of(args[0]), text_of(args[1]), 0, text_of(args[0]).length),
                        True, out)


register_native(T_STR, NATIVE_METHOD, b"split(self, /, sep=None, maxsplit=-1)", method_split, b"str_split")
register_native(T_STR, NATIVE_METHOD, b"rsplit(self, /, sep=None, maxsplit=-1)", method_rsplit, b"str_rsplit")
register_native(T_STR, NATIVE_METHOD, b"splitlines(self, /, keepends=False)", method_splitlines, b"str_splitlines")
register_native(T_STR, NATIVE_METHOD, b"partition(self, sep, /)", method_partition, NULL)
register_native(T_STR, NATIVE_METHOD, b"rpartition(self, sep, /)", method_rpartition, NULL)
