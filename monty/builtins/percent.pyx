"""The % operator of str, bytes and bytearray: conversions as in C's printf, natively for native arguments.

The text of a bytes format is read as Latin-1 and the result is made into bytes at the end, so one engine serves both.
"""

from libc.stdint cimport INT64_MAX, int64_t, uint8_t, uint32_t
from libc.stdio cimport snprintf

cimport monty.objects.bytes as bytes_module
cimport monty.objects.str_type as str_type_module
from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_get_item
from monty.builtins.format cimport write_converted
from monty.objects.bytes cimport bytes_copy, bytes_view
from monty.objects.float cimport float_to_int
from monty.objects.float_text cimport DOUBLE_ALTERNATE, DoubleText, double_to_text
from monty.objects.format_number cimport IntDigits, int_digits, int_digits_release
from monty.objects.format_spec cimport writer_part
from monty.objects.int cimport int_to_double
from monty.objects.str cimport (STR_MAX_LENGTH, str_char, str_from_latin1, str_latin1, str_substring, writer_ascii,
                                writer_char, writer_discard, writer_fill, writer_finish, writer_init, writer_reserve,
                                writer_str)
from monty.objects.tuple cimport Tuple, tuple_items

cdef Value* STR_MODULO = prelude_slot(b"str_modulo")
cdef Value* BYTES_MODULO = prelude_slot(b"bytes_modulo")

cdef enum:
    LEFT = 1
    PLUS = 2
    BLANK = 4
    ALTERNATE = 8
    ZERO = 16

# A format that is being worked through.
cdef struct Percent:
    VM* vm
    Writer writer
    Str* format
    int64_t position
    bint for_bytes
    Value* arguments        # those of a tuple, or the single one
    int64_t count
    int64_t used
    bint single             # the arguments are no tuple
    bint mapping            # keys are looked up in `source`
    Value source
    Value looked_up         # the value of the last key, owned; it is the single argument then

# One conversion: flags, width and precision (-1: not given), the conversion character and where it stands.
cdef struct Conversion:
    int flags
    int64_t width
    int64_t precision
    uint32_t kind
    int64_t where


# The next character of the format, or -1 at its end.
cdef inline int64_t next_character(Percent* work) noexcept nogil:
    if work.position >= work.format.length:
        return -1
    work.position += 1
    return str_char(work.format, work.position - 1)


cdef int next_argument(Percent* work, Value* out) noexcept nogil:
    if work.used >= work.count:
        return raise_error(work.vm, E_TYPE_ERROR, "not enough arguments for format string")
    out[0] = work.arguments[work.used]
    work.used += 1
    return OK


# "%(key)": the key's value becomes the argument. `position` is behind the parenthesis.
cdef int look_up_key(Percent* work) noexcept nogil:
    cdef VM* vm = work.vm
    cdef int64_t start = work.position, character
    cdef int depth = 1, status
    cdef Value key, value
    if not work.mapping:
        return raise_error(vm, E_TYPE_ERROR, "format requires a mapping")
    while depth > 0:
        character = next_character(work)
        if character < 0:
            return raise_error(vm, E_VALUE_ERROR, "incomplete format key")
        if character == c'(':
            depth += 1
        elif character == c')':
            depth -= 1
        if poll(vm, 1) != OK:
            return ERROR
    if work.for_bytes:
        status = bytes_copy(vm, T_BYTES, str_latin1(work.format) + start, work.position - 1 - start, &key)
    else:
        status = str_substring(vm, work.format, start, work.position - 1, &key)
    if status != OK:
        return ERROR
    status = value_get_item(vm, work.source, key, &value)
    decref(vm, key)
    if status != OK:
        return status
    value_store(vm, &work.looked_up, value)
    work.arguments = &work.looked_up
    work.single = True
    work.count = 1
    work.used = 0
    return OK


# A '*': an int argument. `c_int`: it must fit a C int.
cdef int star(Percent* work, bint c_int, int64_t* out) noexcept nogil:
    cdef Value v
    cdef int type
    if next_argument(work, &v) != OK:
        return ERROR
    type = type_of(v)
    if type == T_INSTANCE:
        return DEFER
    if type != T_INT and type != T_BOOL and type != T_LONG:
        return raise_error(work.vm, E_TYPE_ERROR, "* wants int")
    if type == T_LONG or (c_int and (v.as_.i > 0x7FFFFFFF or v.as_.i < -<int64_t>0x80000000)):
        if c_int:
            return raise_error(work.vm, E_OVERFLOW_ERROR, "Python int too large to convert to C int")
        return raise_error(work.vm, E_OVERFLOW_ERROR, "Python int too large to convert to C ssize_t")
    out[0] = v.as_.i
    return OK


# Digits from `character` on: a number up to `maximum`. The character behind them comes back.
cdef int read_number(Percent* work, int64_t* character, int64_t maximum, const char* message,
                     int64_t* out) noexcept nogil:
    cdef int64_t number = 0, digit
    while c'0' <= character[0] and character[0] <= c'9':
        digit = character[0] - 48
        if number > (maximum - digit) // 10:
            return raise_error(work.vm, E_VALUE_ERROR, message)
        number = number * 10 + digit
        character[0] = next_character(work)
    out[0] = number
    return OK


# Read a conversion; `position` is behind the '%'.
cdef int read_conversion(Percent* work, Conversion* out) noexcept nogil:
    cdef int64_t character = next_character(work)
    cdef int status
    out.flags = 0
    out.width = -1
    out.precision = -1
    if character == c'(':
        status = look_up_key(work)
        if status != OK:
            return status
        character = next_character(work)
    while True:
        if character == c'-':
            out.flags |= LEFT
        elif character == c'+':
            out.flags |= PLUS
        elif character == c' ':
            out.flags |= BLANK
        elif character == c'#':
            out.flags |= ALTERNATE
        elif character == c'0':
            out.flags |= ZERO
        else:
            break
        character = next_character(work)
        if poll(work.vm, 1) != OK:
            return ERROR
    if character == c'*':
        status = star(work, False, &out.width)
        if status != OK:
            return status
        if out.width < 0:
            out.flags |= LEFT
            out.width = -out.width if out.width != -INT64_MAX - 1 else INT64_MAX
        character = next_character(work)
    elif c'0' <= character and character <= c'9':
        if read_number(work, &character, INT64_MAX, b"width too big", &out.width) != OK:
            return ERROR
    if character == c'.':
        out.precision = 0
        character = next_character(work)
        if character == c'*':
            status = star(work, True, &out.precision)
            if status != OK:
                return status
            if out.precision < 0:
                out.precision = 0
            character = next_character(work)
        elif c'0' <= character and character <= c'9':
            if read_number(work, &character, 0x7FFFFFFF, b"prec too big" if work.for_bytes else b"precision too big",
                           &out.precision) != OK:
                return ERROR
    if character == c'h' or character == c'l' or character == c'L':
        character = next_character(work)
    if character < 0:
        return raise_error(work.vm, E_VALUE_ERROR, "incomplete format")
    out.kind = <uint32_t>character
    out.where = work.position - 1
    return OK


# --- layout ----------------------------------------------------------------------------------------------------------

# Append [padding][sign][prefix][zeros]text[zeros again][rest][padding]; the text's sign is `negative`.
cdef int write_field(Percent* work, Conversion* conversion, bint numeric, bint negative, const char* prefix,
                     int prefix_length, int64_t zeros, const char* text, int64_t length, int64_t zeros_behind,
                     int64_t zeros_at) noexcept nogil:
    cdef Writer* writer = &work.writer
    cdef char sign = 0
    cdef int64_t whole, padding = 0
    cdef bint zero_fill = numeric and conversion.flags & ZERO
    if numeric:
        sign = c'-' if negative else c'+' if conversion.flags & PLUS else c' ' if conversion.flags & BLANK else 0
    whole = (sign != 0) + prefix_length + zeros + length + zeros_behind
    if conversion.width > whole:
        padding = conversion.width - whole
    if whole > STR_MAX_LENGTH or padding > STR_MAX_LENGTH:
        return raise_limit(work.vm, LIMIT_MEMORY)
    if writer_reserve(writer, whole + padding) != OK:
        return ERROR
    if not conversion.flags & LEFT and not zero_fill and writer_fill(writer, c' ', padding) != OK:
        return ERROR
    if sign != 0 and writer_char(writer, sign) != OK:
        return ERROR
    if prefix_length > 0 and writer_ascii(writer, prefix, prefix_length) != OK:
        return ERROR
    if not conversion.flags & LEFT and zero_fill:
        zeros += padding
    if zeros > 0 and writer_fill(writer, c'0', zeros) != OK:
        return ERROR
    if zeros_behind > 0:
        if (writer_ascii(writer, text, zeros_at) != OK or writer_fill(writer, c'0', zeros_behind) != OK
                or writer_ascii(writer, text + zeros_at, length - zeros_at) != OK):
            return ERROR
    elif writer_ascii(writer, text, length) != OK:
        return ERROR
    return writer_fill(writer, c' ', padding) if conversion.flags & LEFT else OK


# Append a part of a text (of any width of characters), padded.
cdef int write_text(Percent* work, Conversion* conversion, Str* text) noexcept nogil:
    cdef int64_t length = text.length, padding = 0
    if 0 <= conversion.precision and conversion.precision < length:
        length = conversion.precision
    if conversion.width > length:
        padding = conversion.width - length
        if padding > STR_MAX_LENGTH:
            return raise_limit(work.vm, LIMIT_MEMORY)
        if not conversion.flags & LEFT and writer_fill(&work.writer, c' ', padding) != OK:
            return ERROR
    if writer_part(&work.writer, text, 0, length) != OK:
        return ERROR
    if padding > 0 and conversion.flags & LEFT:
        return writer_fill(&work.writer, c' ', padding)
    return OK


# --- conversions -----------------------------------------------------------------------------------------------------

cdef int convert_int(Percent* work, Conversion* conversion, Value v) noexcept nogil:
    cdef VM* vm = work.vm
    cdef int type = v.tag & TYPE_MASK, base = 10, status
    cdef uint32_t kind = conversion.kind
    cdef char[2] shown
    cdef IntDigits digits
    cdef Value number = v
    cdef int64_t zeros = 0
    cdef bint prefixed
    if kind == c'o':
        base = 8
    elif kind == c'x' or kind == c'X':
        base = 16
    elif kind == c'i' and work.for_bytes:
        kind = c'd'
    if type != T_INT and type != T_BOOL and type != T_LONG:
        if type == T_INSTANCE:
            return DEFER
        if type != T_FLOAT or base != 10:
            shown[0] = <char>kind
            shown[1] = 0
            return raise_format(vm, E_TYPE_ERROR, "%%%s format: a real number is required, not %.200s" if base == 10
                                else "%%%s format: an integer is required, not %.200s", shown, type_name(v), NULL)
        if float_to_int(vm, v.as_.f, &number) != OK:
            return ERROR
    status = int_digits(vm, number, base, kind == c'X', &digits)
    if type == T_FLOAT:
        decref(vm, number)
    if status != OK:
        return ERROR
    if conversion.precision > digits.length:
        zeros = conversion.precision - digits.length
    prefixed = base != 10 and conversion.flags & ALTERNATE
    status = write_field(work, conversion, True, digits.negative,
                         b"0o" if base == 8 else b"0X" if kind == c'X' else b"0x", 2 if prefixed else 0, zeros,
                         digits.text, digits.length, 0, 0)
    int_digits_release(vm, &digits)
    return status


cdef int convert_float(Percent* work, Conversion* conversion, Value v) noexcept nogil:
    cdef VM* vm = work.vm
    cdef int type = v.tag & TYPE_MASK
    cdef double number
    cdef DoubleText text
    cdef const char* shown
    cdef int64_t length, zeros_at
    cdef bint negative
    if type == T_FLOAT:
        number = v.as_.f
    elif type == T_INT or type == T_BOOL:
        number = <double>v.as_.i
    elif type == T_LONG:
        if int_to_double(vm, v, &number) != OK:
            if not work.for_bytes or vm.fatal != LIMIT_NONE:
                return ERROR
            clear_error(vm)
            return raise_error(vm, E_TYPE_ERROR, "float argument required, not int")
    elif type == T_INSTANCE:
        return DEFER
    else:
        return raise_format(vm, E_TYPE_ERROR, "float argument required, not %.200s" if work.for_bytes
                            else "must be real number, not %s", type_name(v), NULL, NULL)
    if double_to_text(vm, number, <char>conversion.kind, conversion.precision if conversion.precision >= 0 else 6,
                      DOUBLE_ALTERNATE if conversion.flags & ALTERNATE else 0, &text) != OK:
        return ERROR
    shown = text.text
    length = text.length
    negative = shown[0] == c'-'
    if negative:
        shown += 1
        length -= 1
    zeros_at = 0
    while zeros_at < length and shown[zeros_at] != c'e' and shown[zeros_at] != c'E':
        zeros_at += 1
    return write_field(work, conversion, True, negative, b"", 0, 0, shown, length, text.extra_zeros, zeros_at)


cdef int convert_character(Percent* work, Conversion* conversion, Value v) noexcept nogil:
    cdef VM* vm = work.vm
    cdef int type = v.tag & TYPE_MASK
    cdef uint32_t character = 0
    cdef uint8_t* data
    cdef int64_t length, padding
    if type == T_INT or type == T_BOOL or type == T_LONG:
        if type == T_LONG or v.as_.i < 0 or v.as_.i > (255 if work.for_bytes else 0x10FFFF):
            return raise_error(vm, E_OVERFLOW_ERROR, "%c arg not in range(256)" if work.for_bytes
                               else "%c arg not in range(0x110000)")
        character = <uint32_t>v.as_.i
    elif type == T_STR and not work.for_bytes and (<Str*>v.as_.block).length == 1:
        character = str_char(<Str*>v.as_.block, 0)
    elif work.for_bytes and bytes_view(v, &data, &length) and length == 1:
        character = data[0]
    elif type == T_INSTANCE:
        return DEFER
    else:
        return raise_error(vm, E_TYPE_ERROR, "%c requires an integer in range(256) or a single byte" if work.for_bytes
                           else "%c requires int or char")
    padding = conversion.width - 1 if conversion.width > 1 else 0
    if padding > STR_MAX_LENGTH:
        return raise_limit(vm, LIMIT_MEMORY)
    if not conversion.flags & LEFT and writer_fill(&work.writer, c' ', padding) != OK:
        return ERROR
    if writer_char(&work.writer, character) != OK:
        return ERROR
    return writer_fill(&work.writer, c' ', padding) if conversion.flags & LEFT else OK


# %s, %r and %a of a str format; %r and %a of bytes.
cdef int convert_text(Percent* work, Conversion* conversion, Value v) noexcept nogil:
    cdef VM* vm = work.vm
    cdef Writer writer
    cdef Value text
    cdef int status
    cdef int how = <int>conversion.kind
    if work.for_bytes:
        how = c'a'
    if how == c's' and exact_type(v) == T_STR:
        return write_text(work, conversion, <Str*>v.as_.block)
    if conversion.width < 0 and conversion.precision < 0:
        return write_converted(vm, v, how, &work.writer)
    writer_init(&writer, vm)
    status = write_converted(vm, v, how, &writer)
    if status != OK:
        writer_discard(&writer)
        return status
    if writer_finish(&writer, &text) != OK:
        return ERROR
    status = write_text(work, conversion, <Str*>text.as_.block)
    decref(vm, text)
    return status


# %s and %b of a bytes format.
cdef int convert_bytes(Percent* work, Conversion* conversion, Value v) noexcept nogil:
    cdef uint8_t* data
    cdef int64_t length
    cdef Str* text
    cdef int status
    if not bytes_view(v, &data, &length):
        if type_of(v) == T_INSTANCE:
            return DEFER
        return raise_format(work.vm, E_TYPE_ERROR, "%%b requires a bytes-like object, or an object that implements "
                            "__bytes__, not '%.100s'", type_name(v), NULL, NULL)
    if conversion.width < 0 and conversion.precision < 0:
        return writer_ascii(&work.writer, <const char*>data, length)
    text = str_from_latin1(work.vm, data, length)
    if text == NULL:
        return ERROR
    status = write_text(work, conversion, text)
    decref(work.vm, value_block(&text.head))
    return status


cdef int raise_unsupported(Percent* work, Conversion* conversion) noexcept nogil:
    cdef char[8] shown
    cdef char[24] code, where
    cdef uint32_t kind = conversion.kind
    if work.for_bytes and kind >= 128:
        return raise_error(work.vm, E_OVERFLOW_ERROR, "character argument not in range(0x110000)")
    shown[0] = <char>kind if work.for_bytes or (31 <= kind and kind <= 126) else c'?'
    shown[1] = 0
    snprintf(code, sizeof(code), "%x", <unsigned int>kind)
    snprintf(where, sizeof(where), "%lld", <long long>conversion.where)
    return raise_format(work.vm, E_VALUE_ERROR, "unsupported format character '%s' (0x%s) at index %s", shown, code,
                        where)


cdef int convert(Percent* work, Conversion* conversion) noexcept nogil:
    cdef Value v
    cdef uint32_t kind = conversion.kind
    if next_argument(work, &v) != OK:
        return ERROR
    if kind == c's' and not work.for_bytes or kind == c'r' or kind == c'a':
        return convert_text(work, conversion, v)
    if work.for_bytes and (kind == c's' or kind == c'b'):
        return convert_bytes(work, conversion, v)
    if kind == c'd' or kind == c'i' or kind == c'u' or kind == c'o' or kind == c'x' or kind == c'X':
        return convert_int(work, conversion, v)
    if kind == c'e' or kind == c'E' or kind == c'f' or kind == c'F' or kind == c'g' or kind == c'G':
        return convert_float(work, conversion, v)
    if kind == c'c':
        return convert_character(work, conversion, v)
    return raise_unsupported(work, conversion)


# Work through the format. OK, ERROR, DEFER.
cdef int run(Percent* work) noexcept nogil:
    cdef Conversion conversion
    cdef int64_t start, length = work.format.length
    cdef int status
    while work.position < length:
        start = work.position
        while work.position < length and str_char(work.format, work.position) != c'%':
            work.position += 1
            if work.position & 4095 == 0 and poll(work.vm, 4096) != OK:
                return ERROR
        if writer_part(&work.writer, work.format, start, work.position) != OK or poll(work.vm, 8) != OK:
            return ERROR
        if work.position >= length:
            break
        work.position += 1
        if work.position < length and str_char(work.format, work.position) == c'%':
            work.position += 1
            if writer_char(&work.writer, c'%') != OK:
                return ERROR
            continue
        status = read_conversion(work, &conversion)
        if status == OK:
            status = convert(work, &conversion)
        if status != OK:
            return status
    if work.used < work.count and not work.mapping:
        return raise_error(work.vm, E_TYPE_ERROR, "not all arguments converted during bytes formatting"
                           if work.for_bytes else "not all arguments converted during string formatting")
    return OK


cdef int modulo(VM* vm, Str* format, bint for_bytes, Value argument, Value* out) noexcept nogil:
    cdef Percent work
    cdef int type = argument.tag & TYPE_MASK, status
    if type == T_INSTANCE:
        return DEFER
    work.vm = vm
    work.format = format
    work.position = 0
    work.for_bytes = for_bytes
    work.source = argument
    work.looked_up = value_unset()
    work.used = 0
    if type == T_TUPLE:
        work.arguments = tuple_items(<Tuple*>argument.as_.block)
        work.count = (<Tuple*>argument.as_.block).length
        work.single = False
        work.mapping = False
    else:
        work.arguments = &work.source
        work.count = 1
        work.single = True
        work.mapping = (types_pointer[type].get_item != NULL and type != T_STR
                        and not (for_bytes and (type == T_BYTES or type == T_BYTEARRAY)))
    writer_init(&work.writer, vm)
    status = run(&work)
    decref(vm, work.looked_up)
    if status != OK:
        writer_discard(&work.writer)
        return status
    return writer_finish(&work.writer, out)


cdef int str_modulo(VM* vm, Value format, Value argument, Value* out) noexcept nogil:
    cdef int status = modulo(vm, <Str*>format.as_.block, False, argument, out)
    return defer_to(vm, STR_MODULO) if status == DEFER else status


cdef int bytes_modulo(VM* vm, Value format, Value argument, Value* out) noexcept nogil:
    cdef uint8_t* data
    cdef int64_t length
    cdef Str* text
    cdef Value made
    cdef int status
    bytes_view(format, &data, &length)
    text = str_from_latin1(vm, data, length)
    if text == NULL:
        return ERROR
    status = modulo(vm, text, True, argument, &made)
    decref(vm, value_block(&text.head))
    if status != OK:
        return defer_to(vm, BYTES_MODULO) if status == DEFER else status
    status = bytes_copy(vm, type_of(format), str_latin1(<Str*>made.as_.block), (<Str*>made.as_.block).length, out)
    decref(vm, made)
    return status


str_type_module.str_modulo = str_modulo
bytes_module.bytes_modulo = bytes_modulo
