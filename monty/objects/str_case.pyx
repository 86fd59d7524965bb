"""Methods of str about the kind and the case of characters. Latin-1 is native; case mapping beyond it is CPython's."""

from libc.string cimport memcpy

from monty._borrow cimport borrow_str_method, borrow_str_predicate
from monty._heap cimport *
from monty.objects.str cimport *
from monty.objects.str_arguments cimport *
from monty.objects.str_properties cimport *

cdef extern from "Python.h" nogil:
    bint Py_UNICODE_ISTITLE(uint32_t)
    uint32_t Py_UNICODE_TOLOWER(uint32_t)
    uint32_t Py_UNICODE_TOUPPER(uint32_t)

cdef extern from *:
    """
    #define EACH_BYTE 0x0101010101010101ULL
    #define HIGH_BITS 0x8080808080808080ULL
    """
    const uint64_t EACH_BYTE, HIGH_BITS

cdef enum:
    TO_LOWER = 0
    TO_UPPER = 1
    SWAP = 2
    CAPITALIZE = 3
    TITLE = 4


# --- case ------------------------------------------------------------------------------------------------------------

# Is one of the characters such that its upper or title case, or its folded form, is not one Latin-1 character?
cdef bint has_unusual(const uint8_t* text, uint32_t length) noexcept nogil:
    cdef uint32_t i
    if latin1_is_ascii(text, length):
        return False
    for i in range(length):
        if latin1_properties[text[i]] & UNUSUAL:
            return True
    return False


# Letters of one case among eight ASCII characters to the other case: their bit 0x20 is flipped. `first` is 'A' or 'a'.
cdef inline uint64_t flip_case(uint64_t word, uint64_t first) noexcept nogil:
    cdef uint64_t from_first = word + EACH_BYTE * (128 - first)         # the high bit: at or after the first letter
    cdef uint64_t after_last = word + EACH_BYTE * (128 - first - 26)    # the high bit: after the last one
    return word ^ (((from_first & ~after_last) & HIGH_BITS) >> 2)


# Map the ASCII characters from `start` on, as far as whole words of them go; returns where it stopped.
cdef uint32_t map_ascii(const uint8_t* text, uint8_t* to, uint32_t start, uint32_t stop, uint64_t first) noexcept nogil:
    cdef uint64_t word
    while stop - start >= 8:
        memcpy(&word, text + start, 8)
        if word & HIGH_BITS:
            break
        word = flip_case(word, first)
        memcpy(to + start, &word, 8)
        start += 8
    return start


cdef void map_latin1(const uint8_t* text, uint8_t* to, uint32_t start, uint32_t stop, int mapping,
                     bint* in_word) noexcept nogil:
    cdef uint32_t i
    cdef uint8_t c
    cdef int properties
    if mapping == TO_LOWER:
        for i in range(map_ascii(text, to, start, stop, 65), stop):
            to[i] = latin1_lower[text[i]]
    elif mapping == TO_UPPER:
        for i in range(map_ascii(text, to, start, stop, 97), stop):
            to[i] = latin1_upper[text[i]]
    elif mapping == SWAP:
        for i in range(start, stop):
            c = text[i]
            properties = latin1_properties[c]
            to[i] = latin1_lower[c] if properties & UPPER else latin1_upper[c] if properties & LOWER else c
    elif mapping == CAPITALIZE:
        for i in range(start, stop):
            to[i] = latin1_lower[text[i]]
        if start == 0 and stop > 0:
            to[0] = latin1_upper[text[0]]
    else:
        for i in range(start, stop):
            c = text[i]
            to[i] = latin1_lower[c] if in_word[0] else latin1_upper[c]
            in_word[0] = latin1_properties[c] & (UPPER | LOWER) != 0


# Characters beyond Latin-1 whose lower case is not one character, or depends on their neighbours; whose upper case is
# not one character (a superset: the blocks they are in). A test compares this with CPython for all of Unicode.
cdef inline bint lowers_unusually(uint32_t c) noexcept nogil:
    return c == 0x130 or c == 0x3A3

cdef inline bint uppers_unusually(uint32_t c) noexcept nogil:
    return (c == 0xDF or c == 0x149 or c == 0x1F0 or c == 0x390 or c == 0x3B0 or c == 0x587
            or (c >= 0x1E96 and c <= 0x1E9E) or (c >= 0x1F50 and c <= 0x1FFF) or (c >= 0xFB00 and c <= 0xFB17))


# lower() or upper() of a wide text, character by character. NOT_IMPLEMENTED if one of them is unusual.
cdef int map_wide(VM* vm, Str* s, int mapping, Value* out) noexcept nogil:
    cdef Str* result = str_alloc(vm, s.length, 4)
    cdef uint32_t i, c
    cdef int status = OK
    if result == NULL:
        return ERROR
    for i in range(s.length):
        c = str_ucs4(s)[i]
        if lowers_unusually(c) if mapping == TO_LOWER else uppers_unusually(c):
            status = NOT_IMPLEMENTED
            break
        str_ucs4(result)[i] = Py_UNICODE_TOLOWER(c) if mapping == TO_LOWER else Py_UNICODE_TOUPPER(c)
        if unlikely(i & 16383 == 16383 and poll(vm, 32768) != OK):
            status = ERROR
            break
    if status != OK:
        heap_free(vm, &result.head)
        return status
    return narrowed(vm, result, out)


cdef int map_case(VM* vm, Value text, int mapping, bint unusual_matters, const char* name, Value* out) noexcept nogil:
    cdef Str* s = text_of(text)
    cdef Str* result
    cdef uint32_t start = 0
    cdef uint32_t stop
    cdef bint in_word = False
    cdef int status
    if s.kind == 4 and (mapping == TO_UPPER or (mapping == TO_LOWER and not unusual_matters)):
        status = map_wide(vm, s, mapping, out)
        if status != NOT_IMPLEMENTED:
            return status
    if s.kind == 4 or (unusual_matters and has_unusual(str_latin1(s), s.length)):
        return borrow_str_method(vm, s, name, out)
    result = str_alloc(vm, s.length, 1)
    if result == NULL:
        return ERROR
    while start < s.length:
        stop = start + 65536 if s.length - start > 65536 else s.length
        map_latin1(str_latin1(s), str_latin1(result), start, stop, mapping, &in_word)
        start = stop
        if start < s.length and poll(vm, 65536) != OK:
            heap_free(vm, &result.head)
            return ERROR
    out[0] = str_finish(vm, result)
    return OK


cdef int method_lower(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return map_case(vm, args[0], TO_LOWER, False, b"lower", out)


cdef int method_casefold(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return map_case(vm, args[0], TO_LOWER, True, b"casefold", out)


cdef int method_upper(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return map_case(vm, args[0], TO_UPPER, True, b"upper", out)


cdef int method_swapcase(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return map_case(vm, args[0], SWAP, True, b"swapcase", out)


cdef int method_capitalize(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return map_case(vm, args[0], CAPITALIZE, True, b"capitalize", out)


cdef int method_title(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return map_case(vm, args[0], TITLE, True, b"title", out)


# --- kinds of characters ---------------------------------------------------------------------------------------------

# Do all characters have one of the properties? ERROR when a limit was hit.
cdef int all_have(VM* vm, Value text, int wanted, bint empty, Value* out) noexcept nogil:
    cdef Str* s = text_of(text)
    cdef uint32_t i
    if s.length == 0:
        out[0] = value_bool(empty)
        return OK
    for i in range(s.length):
        if not has_property(str_char(s, i), wanted):
            out[0] = value_bool(False)
            return OK
        if unlikely(i & 16383 == 16383 and poll(vm, 16384) != OK):
            return ERROR
    out[0] = value_bool(True)
    return OK


cdef int method_isalnum(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return all_have(vm, args[0], ALPHA | DECIMAL | DIGIT | NUMERIC, False, out)


cdef int method_isalpha(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return all_have(vm, args[0], ALPHA, False, out)


cdef int method_isdecimal(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return all_have(vm, args[0], DECIMAL, False, out)


cdef int method_isdigit(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return all_have(vm, args[0], DIGIT, False, out)


cdef int method_isnumeric(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return all_have(vm, args[0], NUMERIC, False, out)


cdef int method_isspace(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return all_have(vm, args[0], SPACE, False, out)


cdef int method_isprintable(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return all_have(vm, args[0], PRINTABLE, True, out)


cdef int method_isascii(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Str* s = text_of(args[0])
    out[0] = value_bool(s.kind == 1 and latin1_is_ascii(str_latin1(s), s.length))
    return OK


cdef int method_isidentifier(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Str* s = text_of(args[0])
    cdef uint32_t i
    cdef bint answer
    if s.kind == 4 or not latin1_is_ascii(str_latin1(s), s.length):
        if borrow_str_predicate(vm, s, b"isidentifier", &answer) != OK:
            return ERROR
        out[0] = value_bool(answer)
        return OK
    answer = s.length > 0 and latin1_properties[str_latin1(s)[0]] & NAME_START != 0
    if answer:
        for i in range(1, s.length):
            if not latin1_properties[str_latin1(s)[i]] & NAME_PART:
                answer = False
                break
            if unlikely(i & 65535 == 65535 and poll(vm, 65536) != OK):
                return ERROR
    out[0] = value_bool(answer)
    return OK


# Is there a cased character, and none of the other case (or of title case)?
cdef int all_of_case(VM* vm, Value text, int wanted, int other, Value* out) noexcept nogil:
    cdef Str* s = text_of(text)
    cdef bint cased = False
    cdef uint32_t i, c
    for i in range(s.length):
        c = str_char(s, i)
        if has_property(c, other) or (c > 255 and Py_UNICODE_ISTITLE(c)):
            out[0] = value_bool(False)
            return OK
        if has_property(c, wanted):
            cased = True
        if unlikely(i & 16383 == 16383 and poll(vm, 32768) != OK):
            return ERROR
    out[0] = value_bool(cased)
    return OK


cdef int method_islower(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return all_of_case(vm, args[0], LOWER, UPPER, out)


cdef int method_isupper(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return all_of_case(vm, args[0], UPPER, LOWER, out)


cdef int method_istitle(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Str* s = text_of(args[0])
    cdef bint cased = False
    cdef bint in_word = False
    cdef uint32_t i, c
    for i in range(s.length):
        c = str_char(s, i)
        if has_property(c, UPPER) or (c > 255 and Py_UNICODE_ISTITLE(c)):
            if in_word:
                out[0] = value_bool(False)
                return OK
            in_word = True
            cased = True
        elif has_property(c, LOWER):
            if not in_word:
                out[0] = value_bool(False)
                return OK
        else:
            in_word = False
        if unlikely(i & 16383 == 16383 and poll(vm, 32768) != OK):
            return ERROR
    out[0] = value_bool(cased)
    return OK


register_native(T_STR, NATIVE_METHOD, b"lower(self, /)", method_lower, NULL)
register_native(T_STR, NATIVE_METHOD, b"upper(self, /)", method_upper, NULL)
register_native(T_STR, NATIVE_METHOD, b"casefold(self, /)", method_casefold, NULL)
register_native(T_STR, NATIVE_METHOD, b"swapcase(self, /)", method_swapcase, NULL)
register_native(T_STR, NATIVE_METHOD, b"capitalize(self, /)", method_capitalize, NULL)
register_native(T_STR, NATIVE_METHOD, b"title(self, /)", method_title, NULL)
register_native(T_STR, NATIVE_METHOD, b"isalnum(self, /)", method_isalnum, NULL)
register_native(T_STR, NATIVE_METHOD, b"isalpha(self, /)", method_isalpha, NULL)
register_native(T_STR, NATIVE_METHOD, b"isascii(self, /)", method_isascii, NULL)
register_native(T_STR, NATIVE_METHOD, b"isdecimal(self, /)", method_isdecimal, NULL)
register_native(T_STR, NATIVE_METHOD, b"isdigit(self, /)", method_isdigit, NULL)
register_native(T_STR, NATIVE_METHOD, b"isidentifier(self, /)", method_isidentifier, NULL)
register_native(T_STR, NATIVE_METHOD, b"islower(self, /)", method_islower, NULL)
register_native(T_STR, NATIVE_METHOD, b"isnumeric(self, /)", method_isnumeric, NULL)
register_native(T_STR, NATIVE_METHOD, b"isprintable(self, /)", method_isprintable, NULL)
register_native(T_STR, NATIVE_METHOD, b"isspace(self, /)", method_isspace, NULL)
register_native(T_STR, NATIVE_METHOD, b"istitle(self, /)", method_istitle, NULL)
register_native(T_STR, NATIVE_METHOD, b"isupper(self, /)", method_isupper, NULL)
