"""Integers of any size to digits and back. Conversions whose time grows faster than the text (all bases but powers
of two) stop at CPython's limit of 4300 digits, so that no sub-quadratic method is needed; where a program has raised
the limit they take quadratic time, as CPython's do, and can be interrupted."""

from libc.stdint cimport int64_t, uint8_t, uint32_t, UINT64_MAX, uint64_t
from libc.stdlib cimport free, malloc
from libc.string cimport memcpy, memset

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_repr
from monty.objects.int cimport (int_from_limbs, long_finish, Long, long_limbs, long_new, Operand, operand_load)
from monty.objects.limbs cimport Divisor, divisor_of, limbs_bits, limbs_div_small, limbs_mul_small, limbs_trim
from monty.objects.str cimport (str_latin1, str_substring, str_ucs4, writer_ascii, writer_discard, writer_finish,
                                writer_init, writer_reserve, writer_str)

cdef enum:
    SMALL_DIGITS = 4300         # what is done in buffers on the stack
    SMALL_BITS = 14285          # bits of 10**4300 - 1
    SMALL_PARSED_LIMBS = 360    # 4300 digits to base 36
    GROUP_DIGITS = 19           # decimal digits that fit a limb

cdef extern from *:
    """
    #define MONTY_GROUP 10000000000000000000ull
    """
    const uint64_t GROUP "MONTY_GROUP"

cdef extern from "Python.h" nogil:
    # tables only: they need no GIL
    int Py_UNICODE_TODECIMAL(uint32_t character)
    bint Py_UNICODE_ISSPACE(uint32_t character)


# --- to text ---------------------------------------------------------------------------------------------------------

# The decimal digits of value, ending before `end`; returns where they begin.
cdef inline char* write_limb(char* end, uint64_t value) noexcept nogil:
    while value >= 10:
        end -= 1
        end[0] = <char>(48 + value % 10)
        value = value / 10
    end -= 1
    end[0] = <char>(48 + value)
    return end


cdef int int_text_write(Writer* writer, Value v, int base, bint upper) noexcept nogil:
    cdef char[24] small
    cdef char* start
    cdef Operand x
    operand_load(&x, v)
    if base == 10:
        if x.length <= 1:
            start = write_limb(&small[24], x.limbs[0] if x.length else 0)
            if x.negative:
                start -= 1
                start[0] = b'-'
            return writer_ascii(writer, start, &small[24] - start)
        return write_decimal(writer, &x)
    return write_bits(writer, &x, 1 if base == 2 else 3 if base == 8 else 4, upper)


cdef int write_decimal(Writer* writer, Operand* x) noexcept nogil:
    cdef uint64_t[232] limbs
    cdef char[4420] text
    cdef VM* vm = writer.vm
    cdef int64_t bits = limbs_bits(x.limbs, x.length)
    cdef int64_t capacity
    cdef size_t size
    cdef uint64_t* memory
    cdef int status
    if bits <= SMALL_BITS:
        return write_groups(writer, x, limbs, &text[4420])
    # An upper and a lower bound: bits * log10(2).
    capacity = bits / 3 + GROUP_DIGITS + 2
    if vm.max_str_digits != 0 and bits / 10 * 3 > vm.max_str_digits:
        return raise_too_many_digits(vm)
    size = <size_t>x.length * sizeof(uint64_t)
    if heap_reserve(vm, size + <size_t>capacity) != OK:
        return ERROR
    memory = <uint64_t*>malloc(size + <size_t>capacity)
    if memory == NULL:
        return raise_limit(vm, LIMIT_MEMORY)
    status = write_groups(writer, x, memory, <char*>memory + size + capacity)
    free(memory)
    return status


cdef int raise_too_many_digits(VM* vm) noexcept nogil:
    return raise_format_int(vm, E_VALUE_ERROR, "Exceeds the limit (%lld digits) for integer string conversion; "
                            "use sys.set_int_max_str_digits() to increase the limit", vm.max_str_digits, 0)


# The digits of x are gathered before `end`; `limbs` has room for a copy of its limbs.
cdef int write_groups(Writer* writer, Operand* x, uint64_t* limbs, char* end) noexcept nogil:
    cdef char* start = end
    cdef char* group
    cdef int64_t n = x.length
    cdef uint64_t rest
    cdef Divisor d = divisor_of(GROUP)
    memcpy(limbs, x.limbs, <size_t>n * sizeof(uint64_t))
    while n > 0:
        if poll(writer.vm, n) != OK:
            return ERROR
        rest = limbs_div_small(limbs, limbs, n, &d)
        n = limbs_trim(limbs, n)
        group = start
        start = write_limb(start, rest)
        if n > 0:
            while group - start < GROUP_DIGITS:
                start -= 1
                start[0] = b'0'
    if writer.vm.max_str_digits != 0 and end - start > writer.vm.max_str_digits:
        return raise_too_many_digits(writer.vm)
    if x.negative:
        start -= 1
        start[0] = b'-'
    return writer_ascii(writer, start, end - start)


cdef int write_bits(Writer* writer, Operand* x, int width, bint upper) noexcept nogil:
    cdef char[256] text
    cdef const char* symbols = "0123456789ABCDEF" if upper else "0123456789abcdef"
    cdef int64_t bits = limbs_bits(x.limbs, x.length)
    cdef int64_t digits = (bits + width - 1) / width
    cdef int64_t position, limb
    cdef uint64_t digit
    cdef int used = 0
    cdef int offset
    if digits == 0:
        digits = 1
    if writer_reserve(writer, digits + x.negative) != OK:
        return ERROR
    if x.negative:
        text[0] = b'-'
        used = 1
    while digits > 0:
        digits -= 1
        position = digits * width
        limb = position >> 6
        offset = position & 63
        digit = 0
        if limb < x.length:
            digit = x.limbs[limb] >> offset
            if offset + width > 64 and limb + 1 < x.length:
                digit |= x.limbs[limb + 1] << (64 - offset)
        text[used] = symbols[digit & <uint64_t>((1 << width) - 1)]
        used += 1
        if used == 256 or digits == 0:
            if writer_ascii(writer, text, used) != OK or poll(writer.vm, used) != OK:
                return ERROR
            used = 0
    return OK


# --- from text -------------------------------------------------------------------------------------------------------

cdef inline int digit_value(uint8_t c) noexcept nogil:
    if 48 <= c <= 57:
        return c - 48
    if 97 <= c <= 122:
        return c - 87
    if 65 <= c <= 90:
        return c - 55
    return 99


cdef inline bint is_space(uint8_t c) noexcept nogil:
    return c == 32 or 9 <= c <= 13


# int(text, base) where characters that are not ASCII have been replaced. NOT_IMPLEMENTED: an invalid literal.
cdef int parse(VM* vm, const uint8_t* text, int64_t length, int base, Value* out) noexcept nogil:
    cdef int64_t i = 0
    cdef int64_t digits = 0
    cdef int64_t start
    cdef int prefix, value
    cdef bint negative = False
    cdef bint only_zero = False
    cdef bint after_underscore
    cdef uint64_t[SMALL_PARSED_LIMBS] limbs
    cdef uint64_t* memory
    cdef int64_t needed
    cdef int status
    while i < length and is_space(text[i]):
        i += 1
        if i % 4096 == 0 and poll(vm, 4096) != OK:
            return ERROR
    while length > i and is_space(text[length - 1]):
        length -= 1
        if length % 4096 == 0 and poll(vm, 4096) != OK:
            return ERROR
    if i < length and (text[i] == b'-' or text[i] == b'+'):
        negative = text[i] == b'-'
        i += 1
    if i + 1 < length and text[i] == b'0':
        prefix = text[i + 1] | 32
        prefix = 16 if prefix == b'x' else 8 if prefix == b'o' else 2 if prefix == b'b' else 0
        if prefix != 0 and (base == 0 or base == prefix):
            base = prefix
            i += 2
            if i < length and text[i] == b'_':
                i += 1
    if base == 0:
        base = 10
        only_zero = i < length and text[i] == b'0'
    start = i
    after_underscore = True
    while i < length:
        if text[i] == b'_':
            if after_underscore:
                return NOT_IMPLEMENTED
            after_underscore = True
        else:
            value = digit_value(text[i])
            if value >= base or (only_zero and value != 0):
                return NOT_IMPLEMENTED
            after_underscore = False
            digits += 1
        i += 1
        if i % 4096 == 0 and poll(vm, 4096) != OK:
            return ERROR
    if after_underscore:
        return NOT_IMPLEMENTED
    if base & (base - 1) == 0:
        return parse_bits(vm, text + start, length - start, digits, trailing_zeros64(<uint64_t>base), negative, out)
    if vm.max_str_digits != 0 and digits > vm.max_str_digits:
        return raise_format_int(vm, E_VALUE_ERROR, "Exceeds the limit (%lld digits) for integer string conversion: "
                                "value has %lld digits; use sys.set_int_max_str_digits() to increase the limit",
                                vm.max_str_digits, digits)
    if digits <= SMALL_DIGITS:
        return parse_groups(vm, text + start, length - start, base, negative, limbs, out)
    needed = digits / 12 + 2        # base 36 has 5.17 bits a digit
    if heap_reserve(vm, <size_t>needed * sizeof(uint64_t)) != OK:
        return ERROR
    memory = <uint64_t*>malloc(<size_t>needed * sizeof(uint64_t))
    if memory == NULL:
        return raise_limit(vm, LIMIT_MEMORY)
    status = parse_groups(vm, text + start, length - start, base, negative, memory, out)
    free(memory)
    return status


# Bases that are powers of two: bits are put into place from the end.
cdef int parse_bits(VM* vm, const uint8_t* text, int64_t length, int64_t digits, int width, bint negative,
                    Value* out) noexcept nogil:
    cdef int64_t n = (digits * width + 63) / 64
    cdef int64_t position = 0
    cdef int64_t limb
    cdef uint64_t value
    cdef uint64_t* limbs
    cdef Long* x = long_new(vm, n)
    if x == NULL:
        return ERROR
    limbs = long_limbs(x)
    memset(limbs, 0, <size_t>n * sizeof(uint64_t))
    while length > 0:
        length -= 1
        if text[length] != b'_':
            value = <uint64_t>digit_value(text[length])
            limb = position >> 6
            limbs[limb] |= value << (position & 63)
            if (position & 63) + width > 64 and limb + 1 < n:
                limbs[limb + 1] |= value >> (64 - (position & 63))
            position += width
        if length % 4096 == 0 and poll(vm, 4096) != OK:
            heap_free(vm, &x.head)
            return ERROR
    return long_finish(vm, x, n, negative, out)


# Other bases: as many digits at a time as fit a limb.
cdef int parse_groups(VM* vm, const uint8_t* text, int64_t length, int base, bint negative, uint64_t* limbs,
                      Value* out) noexcept nogil:
    cdef int64_t n = 0
    cdef int64_t i = 0
    cdef uint64_t limit = UINT64_MAX / <uint64_t>base
    cdef uint64_t group, scale
    while i < length:
        group = 0
        scale = 1
        while i < length and scale <= limit:
            if text[i] != b'_':
                group = group * base + <uint64_t>digit_value(text[i])
                scale *= base
            i += 1
        limbs[n] = limbs_mul_small(limbs, limbs, n, scale, group)
        if limbs[n] != 0:
            n += 1
        if poll(vm, n + GROUP_DIGITS) != OK:
            return ERROR
    return int_from_limbs(vm, limbs, n, negative, out)


# ValueError: invalid literal for int() with base 10: 'abc' (200 characters of the repr at most).
cdef int raise_invalid(VM* vm, Value original, int base) noexcept nogil:
    cdef Writer writer
    cdef Value shown, text
    cdef char[64] start
    cdef int status
    cdef int i
    cdef const char* before = "invalid literal for int() with base "
    writer_init(&writer, vm)
    # As the text that it is: a subclass may have a __repr__ written in Python, which nothing here can call.
    original.tag &= ~<uint32_t>SUBCLASSED
    if value_repr(vm, original, &writer, NATIVE_DEPTH) != OK:
        writer_discard(&writer)
        return ERROR
    if writer_finish(&writer, &shown) != OK:
        return ERROR
    if (<Str*>shown.as_.block).length > 200:
        if str_substring(vm, <Str*>shown.as_.block, 0, 200, &text) != OK:
            decref(vm, shown)
            return ERROR
        decref(vm, shown)
        shown = text
    writer_init(&writer, vm)
    status = writer_ascii(&writer, before, -1)
    i = 24
    if status == OK:
        status = int_text_write(&writer, value_int(base), 10, False)
    if status == OK:
        status = writer_ascii(&writer, ": ", 2)
    if status == OK:
        status = writer_str(&writer, <Str*>shown.as_.block)
    decref(vm, shown)
    if status != OK:
        writer_discard(&writer)
        return ERROR
    if writer_finish(&writer, &text) != OK:
        return ERROR
    return raise_value(vm, E_VALUE_ERROR, text)


cdef int int_text_parse_bytes(VM* vm, const uint8_t* data, int64_t length, int base, Value original,
                              Value* out) noexcept nogil:
    cdef int status = parse(vm, data, length, base, out)
    if status == NOT_IMPLEMENTED:
        return raise_invalid(vm, original, base)
    return status


cdef int int_text_parse(VM* vm, Str* text, int base, Value* out) noexcept nogil:
    cdef uint8_t* latin1
    cdef uint8_t* plain
    cdef int64_t i
    cdef int64_t number = 0
    cdef uint32_t c
    cdef bint ascii = True
    cdef int status
    if text.kind == 1:
        latin1 = str_latin1(text)
        if base == 10 and 0 < text.length <= 18:
            # nothing but digits, as most texts are
            for i in range(text.length):
                c = <uint32_t>latin1[i] - 48
                if c > 9:
                    break
                number = number * 10 + c
            else:
                out[0] = value_int(number)
                return OK
        for i in range(text.length):
            if latin1[i] >= 127:
                ascii = False
                break
            if i % 4096 == 4095 and poll(vm, 1024) != OK:
                return ERROR
        if ascii:
            return int_text_parse_bytes(vm, latin1, text.length, base, value_immortal(&text.head), out)
    # Every script's decimal digits and spaces count as the ASCII ones; nothing else that is not ASCII does.
    plain = <uint8_t*>buffer_new(vm, text.length + 1)
    if plain == NULL:
        return ERROR
    status = OK
    for i in range(text.length):
        c = str_latin1(text)[i] if text.kind == 1 else str_ucs4(text)[i]
        if c < 127:
            plain[i] = <uint8_t>c
        elif Py_UNICODE_ISSPACE(c):
            plain[i] = 32
        elif Py_UNICODE_TODECIMAL(c) >= 0:
            plain[i] = <uint8_t>(48 + Py_UNICODE_TODECIMAL(c))
        else:
            plain[i] = 63
        if i % 1024 == 1023 and poll(vm, 4096) != OK:
            status = ERROR
            break
    if status == OK:
        status = int_text_parse_bytes(vm, plain, text.length, base, value_immortal(&text.head), out)
    buffer_free(vm, plain)
    return status
