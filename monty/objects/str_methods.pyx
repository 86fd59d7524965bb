"""Methods of str that look for something: find, count, startswith, replace, split, partition, strip, join."""

from libc.stdint cimport INT64_MAX
from libc.stdio cimport snprintf
from libc.string cimport memchr, memcpy

from monty._generated cimport E_TYPE_ERROR, E_VALUE_ERROR
from monty._heap cimport *
from monty._protocol cimport is_native_iterator, iterated_type, iterates_natively, value_next
from monty.objects.list cimport List, list_append, list_extend, list_new
from monty.objects.str cimport *
from monty.objects.str_arguments cimport *
from monty.objects.str_search cimport search_count, search_find, search_rfind
from monty.objects.str_properties cimport LINE_BREAK, SPACE, has_property
from monty.objects.tuple cimport Tuple, tuple_items, tuple_take

cdef extern from *:
    """
    /* One in each byte of a word, each byte's highest bit, and the other bits. */
    #define EACH_BYTE 0x0101010101010101ULL
    #define HIGH_BITS 0x8080808080808080ULL
    #define LOW_BITS 0x7f7f7f7f7f7f7f7fULL
    """
    const uint64_t EACH_BYTE, HIGH_BITS, LOW_BITS

cdef enum:
    REMEMBERED = 128            # occurrences that replace keeps from counting them


# --- find, count, startswith -----------------------------------------------------------------------------------------

# The arguments (self, sub, start, end) of the searching methods. OK, ERROR, DEFER.
cdef inline int search_arguments(VM* vm, Value* args, int64_t* start, int64_t* stop) noexcept nogil:
    if not is_text(args[1]):
        return raise_not_text(vm, b"", args[1], False)
    return search_range(vm, args[2], args[3], text_of(args[0]).length, start, stop)


cdef int find_in(VM* vm, Value* args, bint from_right, bint must, Value* out) noexcept nogil:
    cdef int64_t start, stop, found
    cdef int status = search_arguments(vm, args, &start, &stop)
    if status != OK:
        return status
    if from_right:
        found = search_rfind(vm, text_of(args[0]), text_of(args[1]), start, stop)
    else:
        found = search_find(vm, text_of(args[0]), text_of(args[1]), start, stop)
    if found == ERROR_FIND:
        return ERROR
    if found < 0 and must:
        return raise_error(vm, E_VALUE_ERROR, b"substring not found")
    out[0] = value_int(found)
    return OK


cdef int method_find(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return find_in(vm, args, False, False, out)


cdef int method_rfind(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return find_in(vm, args, True, False, out)


cdef int method_index(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return find_in(vm, args, False, True, out)


cdef int method_rindex(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return find_in(vm, args, True, True, out)


cdef int method_count(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t start, stop, found
    cdef int status = search_arguments(vm, args, &start, &stop)
    if status != OK:
        return status
    found = search_count(vm, text_of(args[0]), text_of(args[1]), start, stop, -1)
    if found == ERROR_FIND:
        return ERROR
    out[0] = value_int(found)
    return OK


# Are the characters of `part` those of s from `position` on? The caller has checked that they fit.
cdef bint matches_at(Str* s, Str* part, int64_t position) noexcept nogil:
    cdef uint32_t i
    if part.length == 0:
        return True
    if str_char(s, position) != str_char(part, 0):
        return False
    for i in range(part.length):
        if str_char(s, position + i) != str_char(part, i):
            return False
    return True


cdef inline bint affix_matches(Str* s, Str* part, int64_t start, int64_t stop, bint at_end) noexcept nogil:
    if stop - start < part.length:
        return False
    return matches_at(s, part, stop - part.length if at_end else start)


cdef int has_affix(VM* vm, Value* args, bint at_end, Value* out) noexcept nogil:
    cdef int64_t start, stop, i
    cdef Tuple* choices
    cdef Value choice
    cdef int status = search_range(vm, args[2], args[3], text_of(args[0]).length, &start, &stop)
    if status != OK:
        return status
    if is_text(args[1]):
        out[0] = value_bool(affix_matches(text_of(args[0]), text_of(args[1]), start, stop, at_end))
        return OK
    if type_of(args[1]) != T_TUPLE:
        return raise_format(vm, E_TYPE_ERROR, b"%s first arg must be str or a tuple of str, not %s",
                            "endswith" if at_end else "startswith", type_name(args[1]), NULL)
    choices = <Tuple*>args[1].as_.block
    for i in range(choices.length):
        choice = tuple_items(choices)[i]
        if not is_text(choice):
            return raise_format(vm, E_TYPE_ERROR, b"tuple for %s must only contain str, not %s",
                                "endswith" if at_end else "startswith", type_name(choice), NULL)
        if affix_matches(text_of(args[0]), text_of(choice), start, stop, at_end):
            out[0] = value_bool(True)
            return OK
        if poll(vm, 4 + text_of(choice).length) != OK:
            return ERROR
    out[0] = value_bool(False)
    return OK


cdef int method_startswith(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return has_affix(vm, args, False, out)


cdef int method_endswith(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return has_affix(vm, args, True, out)


cdef int method_removeprefix(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t length = text_of(args[0]).length
    if not is_text(args[1]):
        return raise_not_text(vm, b"removeprefix() argument ", args[1], True)
    if affix_matches(text_of(args[0]), text_of(args[1]), 0, length, False):
        return part_of(vm, args[0], text_of(args[1]).length, length, out)
    return str_exact(vm, args[0], out)


cdef int method_removesuffix(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t length = text_of(args[0]).length
    if not is_text(args[1]):
        return raise_not_text(vm, b"removesuffix() argument ", args[1], True)
    if affix_matches(text_of(args[0]), text_of(args[1]), 0, length, True):
        return part_of(vm, args[0], 0, length - text_of(args[1]).length, out)
    return str_exact(vm, args[0], out)


# --- replace ---------------------------------------------------------------------------------------------------------

# Every `old` character by `new`, both and the text Latin-1.
cdef int replace_character(VM* vm, Value text, uint8_t old, uint8_t new, int64_t maximum, Value* out) noexcept nogil:
    cdef Str* s = text_of(text)
    cdef uint8_t* data = str_latin1(s)
    cdef const void* first = memchr(data, old, s.length)
    cdef Str* result
    cdef uint64_t word, equal
    cdef int64_t i, end
    if first == NULL:
        return str_exact(vm, text, out)
    result = str_alloc(vm, s.length, 1)
    if result == NULL:
        return ERROR
    i = <const uint8_t*>first - data
    memcpy(str_latin1(result), data, i)
    while i < s.length:
        end = i + 65536 if s.length - i > 65536 else s.length
        if maximum == INT64_MAX:
            while end - i >= 8:
                memcpy(&word, data + i, 8)
                equal = word ^ (EACH_BYTE * old)        # a zero byte where the character stands
                equal = ~(((equal & LOW_BITS) + LOW_BITS) | equal) & HIGH_BITS
                equal = (equal >> 7) * 255
                word = (word & ~equal) | ((EACH_BYTE * new) & equal)
                memcpy(str_latin1(result) + i, &word, 8)
                i += 8
            while i < end:
                str_latin1(result)[i] = new if data[i] == old else data[i]
                i += 1
        else:
            while i < end:
                if data[i] == old and maximum > 0:
                    str_latin1(result)[i] = new
                    maximum -= 1
                else:
                    str_latin1(result)[i] = data[i]
                i += 1
        if i < s.length and poll(vm, 32768) != OK:
            heap_free(vm, &result.head)
            return ERROR
    out[0] = str_finish(vm, result)
    return OK


# The length of a result in which `times` pieces have changed by `growth` characters each. ERROR with the limit set.
cdef int changed_length(VM* vm, int64_t length, int64_t growth, int64_t times, int64_t* out) noexcept nogil:
    cdef int64_t change
    if mul_overflow(growth, times, &change) or add_overflow(length, change, out) or out[0] > STR_MAX_LENGTH:
        return raise_limit(vm, LIMIT_MEMORY)
    return OK


# `new` before every character and at the end, at most `maximum` times.
cdef int replace_nothing(VM* vm, Str* s, Str* new, int64_t maximum, Value* out) noexcept nogil:
    cdef int64_t times = <int64_t>s.length + 1
    cdef int64_t length, i
    cdef uint32_t kind = s.kind if s.kind > new.kind else new.kind
    cdef uint8_t* position
    cdef Str* result
    if times > maximum:
        times = maximum
    if changed_length(vm, s.length, new.length, times, &length) != OK:
        return ERROR
    result = str_alloc(vm, length, kind)
    if result == NULL:
        return ERROR
    position = str_latin1(result)
    for i in range(times):
        if str_copy(vm, position, kind, new, 0, new.length) != OK or (i & 1023 == 1023 and poll(vm, 4096) != OK):
            heap_free(vm, &result.head)
            return ERROR
        position += <size_t>new.length * kind
        if i < s.length:
            str_copy(vm, position, kind, s, i, 1)
            position += kind
    if times < s.length and str_copy(vm, position, kind, s, times, s.length - times) != OK:
        heap_free(vm, &result.head)
        return ERROR
    out[0] = str_finish(vm, result)
    return OK


cdef int replace_text(VM* vm, Value text, Str* old, Str* new, int64_t maximum, Value* out) noexcept nogil:
    cdef Str* s = text_of(text)
    cdef int64_t[REMEMBERED] places
    cdef int64_t times = 0
    cdef int64_t length, found, i, copied, at
    cdef uint32_t kind
    cdef Str* result
    cdef int status = OK
    found = search_find(vm, s, old, 0, s.length)
    while found >= 0:
        if times < REMEMBERED:
            places[times] = found
        times += 1
        if times == maximum:
            break
        if times & 255 == 255 and poll(vm, 1024) != OK:
            return ERROR
        found = search_find(vm, s, old, found + old.length, s.length)
    if found == ERROR_FIND:
        return ERROR
    if times == 0:
        return str_exact(vm, text, out)
    if changed_length(vm, s.length, <int64_t>new.length - old.length, times, &length) != OK:
        return ERROR
    kind = s.kind if s.kind > new.kind else new.kind
    result = str_alloc(vm, length, kind)
    if result == NULL:
        return ERROR
    copied = 0
    at = 0
    for i in range(times):
        found = places[i] if i < REMEMBERED else search_find(vm, s, old, copied, s.length)
        if found < 0:
            status = ERROR          # a limit: the same search has found it before
            break
        status = str_copy(vm, str_latin1(result) + <size_t>at * kind, kind, s, copied, found - copied)
        if status != OK:
            break
        at += found - copied
        status = str_copy(vm, str_latin1(result) + <size_t>at * kind, kind, new, 0, new.length)
        if status != OK:
            break
        at += new.length
        copied = found + old.length
        if i & 255 == 255:
            status = poll(vm, 2048)
            if status != OK:
                break
    if status != OK or str_copy(vm, str_latin1(result) + <size_t>at * kind, kind, s, copied, s.length - copied) != OK:
        heap_free(vm, &result.head)
        return ERROR
    return narrowed(vm, result, out)


# replace(self, old, new, count=-1, /)
cdef int method_replace(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t maximum = -1
    cdef Str* s = text_of(args[0])
    cdef Str* old
    cdef Str* new
    cdef int status
    if not is_text(args[1]):
        return raise_not_text(vm, b"replace() argument 1 ", args[1], True)
    if not is_text(args[2]):
        return raise_not_text(vm, b"replace() argument 2 ", args[2], True)
    if args[3].tag != T_UNSET:
        status = size_argument(vm, args[3], &maximum)
        if status != OK:
            return status
    if maximum < 0:
        maximum = INT64_MAX
    old = text_of(args[1])
    new = text_of(args[2])
    if maximum == 0 or s.length < old.length or old.kind > s.kind or str_equal(old, new):
        return str_exact(vm, args[0], out)
    if old.length == 0:
        return replace_nothing(vm, s, new, maximum, out)
    if old.length == 1 and new.length == 1 and s.kind == 1 and new.kind == 1:
        return replace_character(vm, args[0], str_latin1(old)[0], str_latin1(new)[0], maximum, out)
    return replace_text(vm, args[0], old, new, maximum, out)


# --- strip -----------------------------------------------------------------------------------------------------------

cdef enum:
    LEFT = 1
    RIGHT = 2

cdef int strip_spaces(VM* vm, Value text, int sides, Value* out) noexcept nogil:
    cdef Str* s = text_of(text)
    cdef int64_t start = 0
    cdef int64_t stop = s.length
    if sides & LEFT:
        while start < stop and has_property(str_char(s, start), SPACE):
            start += 1
    if sides & RIGHT:
        while stop > start and has_property(str_char(s, stop - 1), SPACE):
            stop -= 1
    if s.length - (stop - start) > 4096 and poll(vm, s.length - (stop - start)) != OK:
        return ERROR
    return part_of(vm, text, start, stop, out)


# Membership in the characters to strip: a bit for each of the first 256, the rest looked for one by one.
cdef bint is_among(uint32_t c, const uint64_t* low, Str* characters) noexcept nogil:
    cdef uint32_t i
    if c < 256:
        return (low[c >> 6] >> (c & 63)) & 1
    if characters.kind == 1:
        return False
    for i in range(characters.length):
        if str_ucs4(characters)[i] == c:
            return True
    return False


cdef int strip_characters(VM* vm, Value text, Str* characters, int sides, Value* out) noexcept nogil:
    cdef Str* s = text_of(text)
    cdef uint64_t[4] low
    cdef uint32_t i, c
    cdef int64_t start = 0
    cdef int64_t stop = s.length
    low[0] = 0
    low[1] = 0
    low[2] = 0
    low[3] = 0
    for i in range(characters.length):
        c = str_char(characters, i)
        if c < 256:
            low[c >> 6] |= <uint64_t>1 << (c & 63)
    if poll(vm, characters.length) != OK:
        return ERROR
    if sides & LEFT:
        while start < stop and is_among(str_char(s, start), low, characters):
            start += 1
            if poll(vm, 1 if characters.kind == 1 else characters.length) != OK:
                return ERROR
    if sides & RIGHT:
        while stop > start and is_among(str_char(s, stop - 1), low, characters):
            stop -= 1
            if poll(vm, 1 if characters.kind == 1 else characters.length) != OK:
                return ERROR
    return part_of(vm, text, start, stop, out)


cdef int strip_sides(VM* vm, Value* args, int sides, const char* name, Value* out) noexcept nogil:
    if is_absent(args[1]):
        return strip_spaces(vm, args[0], sides, out)
    if not is_text(args[1]):
        return raise_format(vm, E_TYPE_ERROR, b"%s arg must be None or str", name, NULL, NULL)
    return strip_characters(vm, args[0], text_of(args[1]), sides, out)


cdef int method_strip(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return strip_sides(vm, args, LEFT | RIGHT, b"strip", out)


cdef int method_lstrip(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return strip_sides(vm, args, LEFT, b"lstrip", out)


cdef int method_rstrip(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return strip_sides(vm, args, RIGHT, b"rstrip", out)


# --- join ------------------------------------------------------------------------------------------------------------

cdef int join_values(VM* vm, Str* separator, Value* items, int64_t count, Value* out) noexcept nogil:
    cdef int64_t i
    for i in range(count):
        if unlikely(not is_text(items[i])):
            return raise_format_join(vm, i, items[i])
    if count > 1024 and poll(vm, count >> 1) != OK:
        return ERROR
    return str_join(vm, separator, items, count, out)


cdef int raise_format_join(VM* vm, int64_t index, Value item) noexcept nogil:
    cdef char[300] message
    snprintf(message, sizeof(message), b"sequence item %lld: expected str instance, %.200s found", <long long>index,
             type_name(item))
    return raise_error(vm, E_TYPE_ERROR, message)


# Append what is left of a native iterator, which never defers. OK or ERROR.
cdef int gather(VM* vm, List* items, Value iterator) noexcept nogil:
    cdef Value item
    cdef int status = OK
    while status == OK:
        status = value_next(vm, iterator, &item)
        if status == OK:
            status = list_append(vm, items, item)
        if status == OK:
            status = poll(vm, 4)
    return OK if status == EXHAUSTED else ERROR


# join(self, iterable, /)
cdef int method_join(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value iterable = args[1]
    cdef int type = iterated_type(iterable)
    cdef List* gathered
    cdef int status
    if type == T_LIST:
        return join_values(vm, text_of(args[0]), (<List*>iterable.as_.block).items,
                           (<List*>iterable.as_.block).length, out)
    if type == T_TUPLE:
        return join_values(vm, text_of(args[0]), tuple_items(<Tuple*>iterable.as_.block),
                           (<Tuple*>iterable.as_.block).length, out)
    if not iterates_natively(iterable) and not is_native_iterator(iterable):
        if type == T_INSTANCE or type == T_GENERATOR:
            return DEFER
        return raise_error(vm, E_TYPE_ERROR, b"can only join an iterable")
    gathered = list_new(vm, 0)
    if gathered == NULL:
        return ERROR
    if is_native_iterator(iterable):
        status = gather(vm, gathered, iterable)
    else:
        status = list_extend(vm, gathered, iterable)
    if status == OK:
        status = join_values(vm, text_of(args[0]), gathered.items, gathered.length, out)
    decref(vm, value_block(&gathered.head))
    return status


register_native(T_STR, NATIVE_METHOD, b"find(self, sub, start=None, end=None, /)", method_find, b"str_find")
register_native(T_STR, NATIVE_METHOD, b"rfind(self, sub, start=None, end=None, /)", method_rfind, b"str_rfind")
register_native(T_STR, NATIVE_METHOD, b"index(self, sub, start=None, end=None, /)", method_index, b"str_index")
register_native(T_STR, NATIVE_METHOD, b"rindex(self, sub, start=None, end=None, /)", method_rindex, b"str_rindex")
register_native(T_STR, NATIVE_METHOD, b"count(self, sub, start=None, end=None, /)", method_count, b"str_count")
register_native(T_STR, NATIVE_METHOD, b"startswith(self, prefix, start=None, end=None, /)", method_startswith,
                b"str_startswith")
register_native(T_STR, NATIVE_METHOD, b"endswith(self, suffix, start=None, end=None, /)", method_endswith,
                b"str_endswith")
register_native(T_STR, NATIVE_METHOD, b"removeprefix(self, prefix, /)", method_removeprefix, NULL)
register_native(T_STR, NATIVE_METHOD, b"removesuffix(self, suffix, /)", method_removesuffix, NULL)
register_native(T_STR, NATIVE_METHOD, b"replace(self, old, new, count=-1, /)", method_replace, b"str_replace")
register_native(T_STR, NATIVE_METHOD, b"strip(self, chars=None, /)", method_strip, NULL)
register_native(T_STR, NATIVE_METHOD, b"lstrip(self, chars=None, /)", method_lstrip, NULL)
register_native(T_STR, NATIVE_METHOD, b"rstrip(self, chars=None, /)", method_rstrip, NULL)
register_native(T_STR, NATIVE_METHOD, b"join(self, iterable, /)", method_join, b"str_join")
