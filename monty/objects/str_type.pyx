"""The type row of str: operators, subscripts, iteration, repr; its constructor; ord and chr."""

from monty._generated cimport (E_INDEX_ERROR, E_OVERFLOW_ERROR, E_TYPE_ERROR, E_VALUE_ERROR)
from monty._heap cimport *
from monty._protocol cimport value_index, value_repr, value_str
from monty.objects.bytes cimport ByteArray, Bytes, bytes_data
from monty.objects.range cimport slice_resolve
from monty.objects.str cimport *
from monty.objects.str_codecs cimport decode_value
from monty.objects.str_search cimport search_find

cdef extern from "Python.h" nogil:
    bint Py_UNICODE_ISPRINTABLE(uint32_t)

cdef Value* STR_GET_ITEM = prelude_slot(b"str_get_item")
cdef Value* STR_MULTIPLY = prelude_slot(b"str_multiply")


# --- repr ------------------------------------------------------------------------------------------------------------

cdef inline uint32_t hex_digit(uint32_t n) noexcept nogil:
    return n + 48 if n < 10 else n + 87


# \xhh, \uhhhh or \Uhhhhhhhh, whichever fits.
cdef int write_hex_escape(Writer* writer, uint32_t c) noexcept nogil:
    cdef char[10] text
    cdef int digits = 2 if c < 0x100 else 4 if c < 0x10000 else 8
    cdef int i
    text[0] = 92
    text[1] = 120 if digits == 2 else 117 if digits == 4 else 85
    for i in range(digits):
        text[2 + i] = <char>hex_digit((c >> (4 * (digits - 1 - i))) & 15)
    return writer_ascii(writer, text, 2 + digits)


# What a Latin-1 character becomes in a repr (the quote apart): 1: itself, 2: a backslash and a letter, 4: \\xhh.
cdef uint8_t[256] escaped_size


cdef void make_escape_table() noexcept:
    cdef uint32_t c
    for c in range(256):
        escaped_size[c] = 1 if Py_UNICODE_ISPRINTABLE(c) else 4
    escaped_size[9] = 2
    escaped_size[10] = 2
    escaped_size[13] = 2
    escaped_size[92] = 2

make_escape_table()


# Does the ASCII character stand for itself in a repr, whatever the quote?
cdef inline bint is_plain(uint8_t c) noexcept nogil:
    return c >= 32 and c < 127 and c != 39 and c != 34 and c != 92


# One character of a repr. OK or ERROR.
cdef inline int write_repr_character(Writer* writer, uint32_t c, uint32_t quote, bint ascii_only) noexcept nogil:
    if c < 127:
        if c == quote or c == 92:
            if writer_char(writer, 92) != OK:
                return ERROR
            return writer_char(writer, c)
        if c >= 32:
            return writer_char(writer, c)
        if c == 10:
            return writer_ascii(writer, b"\\n", 2)
        if c == 13:
            return writer_ascii(writer, b"\\r", 2)
        if c == 9:
            return writer_ascii(writer, b"\\t", 2)
    elif not ascii_only and Py_UNICODE_ISPRINTABLE(c):
        return writer_char(writer, c)
    return write_hex_escape(writer, c)


# The repr of a Latin-1 text, between the quotes, into `to`, which has room for it.
cdef void fill_repr(uint8_t* to, const uint8_t* text, uint32_t length, uint32_t quote, bint ascii_only) noexcept nogil:
    cdef uint32_t i, c, size
    for i in range(length):
        c = text[i]
        size = escaped_size[c]
        if size == 1 and c != quote and not (ascii_only and c > 127):
            to[0] = <uint8_t>c
            to += 1
            continue
        to[0] = 92
        if size == 2 or c == quote:
            to[1] = <uint8_t>(110 if c == 10 else 114 if c == 13 else 116 if c == 9 else c)
            to += 2
            continue
        to[1] = 120
        to[2] = <uint8_t>hex_digit(c >> 4)
        to[3] = <uint8_t>hex_digit(c & 15)
        to += 4


cdef int str_write_repr(Writer* writer, Str* s, bint ascii_only) noexcept nogil:
    cdef uint32_t quote = 39
    cdef int64_t more = 0       # characters that escaping adds, where they are counted
    cdef int64_t single = 0
    cdef int64_t double = 0
    cdef uint32_t c, i
    cdef uint32_t start = 0
    if s.kind == 1:
        # Most texts need no escaping at all.
        while start < s.length and is_plain(str_latin1(s)[start]):
            start += 1
    for i in range(start, s.length):
        c = str_char(s, i)
        if c < 256:
            more += escaped_size[c] - 1
            if c > 127 and ascii_only and escaped_size[c] == 1:
                more += 3
        single += c == 39
        double += c == 34
        if unlikely(i & 65535 == 65535 and poll(writer.vm, 65536) != OK):
            return ERROR
    if single != 0 and double == 0:
        quote = 34
        single = 0
    more += single
    if writer_reserve(writer, s.length + more + 2) != OK or writer_char(writer, quote) != OK:
        return ERROR
    if more == 0 and s.kind == 1:
        if writer_str(writer, s) != OK:
            return ERROR
    elif s.kind == 1 and writer.text.kind == 1 and s.length < 65536:
        fill_repr(str_latin1(writer.text) + writer.text.length, str_latin1(s), s.length, quote, ascii_only)
        writer.text.length += <uint32_t>(s.length + more)
    else:
        for i in range(s.length):
            if write_repr_character(writer, str_char(s, i), quote, ascii_only) != OK:
                return ERROR
            if unlikely(i & 4095 == 4095 and poll(writer.vm, 16384) != OK):
                return ERROR
    return writer_char(writer, quote)


cdef int str_write_escaped(Writer* writer, Str* text) noexcept nogil:
    cdef uint32_t c, i
    if text.kind == 1 and latin1_is_ascii(str_latin1(text), text.length):
        return writer_str(writer, text)
    for i in range(text.length):
        c = str_char(text, i)
        if (writer_char(writer, c) if c < 128 else write_hex_escape(writer, c)) != OK:
            return ERROR
        if unlikely(i & 4095 == 4095 and poll(writer.vm, 16384) != OK):
            return ERROR
    return OK


# --- the row ---------------------------------------------------------------------------------------------------------

cdef inline Str* text_of(Value v) noexcept nogil:
    return <Str*>v.as_.block


cdef int str_row_truth(VM* vm, Value v, bint* out) noexcept nogil:
    out[0] = text_of(v).length != 0
    return OK


cdef int str_row_length(VM* vm, Value v, int64_t* out) noexcept nogil:
    out[0] = text_of(v).length
    return OK


cdef int str_row_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    if type_of(a) != T_STR or type_of(b) != T_STR:
        return NOT_IMPLEMENTED
    out[0] = str_equal(text_of(a), text_of(b))
    return poll(vm, text_of(a).length >> 4) if text_of(a).length > 65536 else OK


cdef int str_row_order(VM* vm, Value a, Value b, int comparison, int depth, bint* out) noexcept nogil:
    cdef int order
    if type_of(a) != T_STR or type_of(b) != T_STR:
        return NOT_IMPLEMENTED
    order = str_compare(text_of(a), text_of(b))
    if comparison == CMP_LT:
        out[0] = order < 0
    elif comparison == CMP_LE:
        out[0] = order <= 0
    elif comparison == CMP_GT:
        out[0] = order > 0
    elif comparison == CMP_GE:
        out[0] = order >= 0
    elif comparison == CMP_EQ:
        out[0] = order == 0
    else:
        out[0] = order != 0
    return poll(vm, text_of(a).length >> 4) if text_of(a).length > 65536 else OK


cdef int str_row_hash(VM* vm, Value v, int depth, int64_t* out) noexcept nogil:
    if v.as_.block.link == 0:
        vm.fuel -= (<Str*>v.as_.block).length >> 4      # a long text brings the next safepoint nearer
    out[0] = str_hash(text_of(v))
    return OK


cdef int str_row_repr(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    return str_write_repr(writer, text_of(v), False)


cdef int str_row_str(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    return writer_str(writer, text_of(v))


cdef int str_multiply(VM* vm, Value text, Value times, Value* out) noexcept nogil:
    cdef int64_t count
    cdef int type = type_of(times)
    if type == T_INSTANCE:
        return defer_to(vm, STR_MULTIPLY)
    if type != T_INT and type != T_BOOL and type != T_LONG:
        return NOT_IMPLEMENTED
    if value_index(vm, times, E_OVERFLOW_ERROR, &count) != OK:
        return ERROR
    if count == 1:
        return str_exact(vm, text, out)
    return str_repeat(vm, text_of(text), count, out)


cdef int str_row_binary(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    if operator == BIN_ADD:
        if type_of(a) != T_STR or type_of(b) != T_STR:
            return NOT_IMPLEMENTED
        if text_of(a).length == 0:
            return str_exact(vm, b, out)
        if text_of(b).length == 0:
            return str_exact(vm, a, out)
        return str_concat(vm, text_of(a), text_of(b), out)
    if operator == BIN_MUL:
        if type_of(a) == T_STR:
            return str_multiply(vm, a, b, out)
        return str_multiply(vm, b, a, out)
    if operator == BIN_MOD and type_of(a) == T_STR and str_modulo != NULL:
        return str_modulo(vm, a, b, out)
    return NOT_IMPLEMENTED


cdef int str_item(VM* vm, Str* s, int64_t index, Value* out) noexcept nogil:
    if index < 0:
        index += s.length
    if index < 0 or index >= s.length:
        return raise_error(vm, E_INDEX_ERROR, b"string index out of range")
    return str_single(vm, str_char(s, index), out)


cdef int str_slice(VM* vm, Value v, Value key, Value* out) noexcept nogil:
    cdef Str* s = text_of(v)
    cdef Str* result
    cdef int64_t start, stop, step, length, i, end
    cdef uint32_t* gathered
    cdef uint8_t* narrow
    cdef uint32_t* wide
    cdef int status = slice_resolve(vm, key, s.length, &start, &stop, &step, &length)
    if status != OK:
        return status
    if step == 1:
        if length == s.length:
            return str_exact(vm, v, out)
        return str_substring(vm, s, start, start + length, out)
    result = str_alloc(vm, length, s.kind)
    if result == NULL:
        return ERROR
    i = 0
    while i < length:
        end = i + 65536 if length - i > 65536 else length
        if s.kind == 1:
            narrow = str_latin1(s) + start
            while i < end:
                str_latin1(result)[i] = narrow[i * step]
                i += 1
        else:
            wide = str_ucs4(s) + start
            while i < end:
                str_ucs4(result)[i] = wide[i * step]
                i += 1
        if i < length and poll(vm, 65536) != OK:
            heap_free(vm, &result.head)
            return ERROR
    if s.kind == 4 and not ucs4_is_wide(str_ucs4(result), length):
        # Narrow in place: the units are read before they are overwritten.
        gathered = str_ucs4(result)
        for i in range(length):
            str_latin1(result)[i] = <uint8_t>gathered[i]
        result.kind = 1
    out[0] = str_finish(vm, result)
    return OK


cdef int str_row_get_item(VM* vm, Value v, Value key, Value* out) noexcept nogil:
    cdef int type = type_of(key)
    cdef int status
    cdef int64_t index
    if type == T_INT or type == T_BOOL:
        return str_item(vm, text_of(v), key.as_.i, out)
    if type == T_SLICE:
        status = str_slice(vm, v, key, out)
        return defer_to(vm, STR_GET_ITEM) if status == DEFER else status
    if type == T_LONG:
        return value_index(vm, key, E_INDEX_ERROR, &index)
    if type == T_INSTANCE:
        return defer_to(vm, STR_GET_ITEM)
    return raise_format(vm, E_TYPE_ERROR, b"string indices must be integers, not '%s'", type_name(key), NULL, NULL)


cdef int str_row_contains(VM* vm, Value container, Value item, bint* out) noexcept nogil:
    cdef int64_t found
    if type_of(item) != T_STR:
        return raise_format(vm, E_TYPE_ERROR, b"'in <string>' requires string as left operand, not %s",
                            type_name(item), NULL, NULL)
    found = search_find(vm, text_of(container), text_of(item), 0, text_of(container).length)
    if found == ERROR_FIND:
        return ERROR
    out[0] = found >= 0
    return OK


cdef int str_row_iterate(VM* vm, Value v, Value* out) noexcept nogil:
    cdef StrIterator* iterator = <StrIterator*>heap_alloc(vm, T_STR_ITERATOR, sizeof(StrIterator), True)
    if iterator == NULL:
        return ERROR
    iterator.text = value_copy(v)
    iterator.index = 0
    out[0] = value_block(&iterator.head)
    return OK


cdef int iterator_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef StrIterator* iterator = <StrIterator*>v.as_.block
    cdef Value text
    cdef int status = str_iterator_advance(vm, iterator, out)
    if status == EXHAUSTED:
        text = iterator.text
        iterator.text = value_unset()
        decref(vm, text)
    return status


cdef int iterator_length_hint(VM* vm, Value v, int64_t* out) noexcept nogil:
    cdef StrIterator* iterator = <StrIterator*>v.as_.block
    out[0] = 0 if iterator.text.tag == T_UNSET else text_of(iterator.text).length - iterator.index
    return OK


cdef void iterator_free(VM* vm, Block* block) noexcept nogil:
    decref(vm, (<StrIterator*>block).text)


cdef void iterator_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef Value text = (<StrIterator*>block).text
    if text.tag & COUNTED:
        visit(text.as_.block, context)


# --- str(), ord, chr -------------------------------------------------------------------------------------------------

# The decimal digits of a small int, without a Writer. New reference.
cdef int int_text(VM* vm, int64_t i, Value* out) noexcept nogil:
    cdef uint8_t[24] digits
    cdef int start = 24
    cdef uint64_t magnitude = <uint64_t>i if i >= 0 else <uint64_t>0 - <uint64_t>i
    cdef Str* s
    if 0 <= i <= 9:
        return str_single(vm, <uint32_t>(48 + i), out)
    while magnitude >= 10:
        start -= 1
        digits[start] = <uint8_t>(48 + magnitude % 10)
        magnitude //= 10
    start -= 1
    digits[start] = <uint8_t>(48 + magnitude)
    if i < 0:
        start -= 1
        digits[start] = 45
    s = str_alloc(vm, 24 - start, 1)
    if s == NULL:
        return ERROR
    copy_short(str_latin1(s), &digits[start], 24 - start)
    out[0] = value_block(&s.head)
    return OK


# str(cls, /, object='', encoding='utf-8', errors='strict')
cdef int str_new(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Writer writer
    cdef int status
    if args[2].tag != T_UNSET or args[3].tag != T_UNSET:
        if args[2].tag != T_UNSET and type_of(args[2]) != T_STR:
            return raise_format(vm, E_TYPE_ERROR, b"str() argument 'encoding' must be str, not %s",
                                argument_type_name(args[2]), NULL, NULL)
        if args[3].tag != T_UNSET and type_of(args[3]) != T_STR:
            return raise_format(vm, E_TYPE_ERROR, b"str() argument 'errors' must be str, not %s",
                                argument_type_name(args[3]), NULL, NULL)
        if args[1].tag == T_UNSET:
            out[0] = str_empty()
            return OK
        if type_of(args[1]) == T_STR:
            return raise_error(vm, E_TYPE_ERROR, b"decoding str is not supported")
        return decode_value(vm, args[1], args[2], args[3], out)
    if args[1].tag == T_UNSET:
        out[0] = str_empty()
        return OK
    if exact_type(args[1]) == T_STR:
        out[0] = value_copy(args[1])
        return OK
    if args[1].tag == T_INT:
        return int_text(vm, args[1].as_.i, out)
    writer_init(&writer, vm)
    status = value_str(vm, args[1], &writer, NATIVE_DEPTH)
    if status != OK:
        writer_discard(&writer)
        return status
    return writer_finish(&writer, out)


# The type's name as argument errors show it: None is itself.
cdef const char* argument_type_name(Value v) noexcept nogil:
    if v.tag == T_NONE:
        return b"None"
    return type_name(v)


# ord(c, /)
cdef int native_ord(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int type = type_of(args[0])
    cdef int64_t length
    if type == T_STR:
        length = text_of(args[0]).length
        if length == 1:
            out[0] = value_int(str_char(text_of(args[0]), 0))
            return OK
    elif type == T_BYTES:
        length = (<Bytes*>args[0].as_.block).length
        if length == 1:
            out[0] = value_int(bytes_data(<Bytes*>args[0].as_.block)[0])
            return OK
    elif type == T_BYTEARRAY:
        length = (<ByteArray*>args[0].as_.block).length
        if length == 1:
            out[0] = value_int((<ByteArray*>args[0].as_.block).data[0])
            return OK
    else:
        return raise_format(vm, E_TYPE_ERROR, b"ord() expected string of length 1, but %s found",
                            type_name(args[0]), NULL, NULL)
    return raise_format_int(vm, E_TYPE_ERROR, b"ord() expected a character, but string of length %lld found",
                            length, 0)


# chr(i, /)
cdef int native_chr(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t character
    cdef int status
    if type_of(args[0]) == T_LONG:
        return raise_error(vm, E_OVERFLOW_ERROR, b"Python int too large to convert to C int")
    status = value_index(vm, args[0], E_OVERFLOW_ERROR, &character)
    if status != OK:
        return status
    if character > 0x7FFFFFFF or character < -<int64_t>0x80000000:
        return raise_error(vm, E_OVERFLOW_ERROR, b"Python int too large to convert to C int")
    if character < 0 or character >= 0x110000:
        return raise_error(vm, E_VALUE_ERROR, b"chr() arg not in range(0x110000)")
    return str_single(vm, <uint32_t>character, out)


cdef TypeRow* row = register_type(T_STR, b"str")
row.truth = str_row_truth
row.length = str_row_length
row.equal = str_row_equal
row.order = str_row_order
row.hash = str_row_hash
row.repr = str_row_repr
row.str = str_row_str
row.binary = str_row_binary
row.get_item = str_row_get_item
row.contains = str_row_contains
row.iterate = str_row_iterate

row = register_type(T_STR_ITERATOR, b"str_iterator")
row.free = iterator_free
row.traverse = iterator_traverse
row.next = iterator_next
row.length_hint = iterator_length_hint
row.hash_identity = True

register_native(T_STR, NATIVE_NEW, b"str(cls, /, object='', encoding='utf-8', errors='strict')", str_new, b"str_new")
register_native(-1, NATIVE_FUNCTION, b"ord(c, /)", native_ord, NULL)
register_native(-1, NATIVE_FUNCTION, b"chr(i, /)", native_chr, b"chr_index")
