"""Properties of characters: a table for Latin-1, made once from CPython's tables, and those tables themselves beyond."""

cdef extern from "Python.h" nogil:
    bint Py_UNICODE_ISALPHA(uint32_t)
    bint Py_UNICODE_ISDECIMAL(uint32_t)
    bint Py_UNICODE_ISDIGIT(uint32_t)
    bint Py_UNICODE_ISNUMERIC(uint32_t)
    bint Py_UNICODE_ISSPACE(uint32_t)
    bint Py_UNICODE_ISUPPER(uint32_t)
    bint Py_UNICODE_ISLOWER(uint32_t)
    bint Py_UNICODE_ISPRINTABLE(uint32_t)
    bint Py_UNICODE_ISLINEBREAK(uint32_t)
    uint32_t Py_UNICODE_TOLOWER(uint32_t)
    uint32_t Py_UNICODE_TOUPPER(uint32_t)

cdef uint16_t[256] properties_table
cdef uint8_t[256] lower_table
cdef uint8_t[256] upper_table
latin1_properties = properties_table
latin1_lower = lower_table
latin1_upper = upper_table


cdef bint wide_has_property(uint32_t character, int wanted) noexcept nogil:
    return ((wanted & ALPHA and Py_UNICODE_ISALPHA(character))
            or (wanted & DECIMAL and Py_UNICODE_ISDECIMAL(character))
            or (wanted & DIGIT and Py_UNICODE_ISDIGIT(character))
            or (wanted & NUMERIC and Py_UNICODE_ISNUMERIC(character))
            or (wanted & SPACE and Py_UNICODE_ISSPACE(character))
            or (wanted & UPPER and Py_UNICODE_ISUPPER(character))
            or (wanted & LOWER and Py_UNICODE_ISLOWER(character))
            or (wanted & PRINTABLE and Py_UNICODE_ISPRINTABLE(character))
            or (wanted & LINE_BREAK and Py_UNICODE_ISLINEBREAK(character)))


cdef void make_tables() noexcept:
    cdef uint32_t c
    cdef int bit
    for c in range(256):
        bit = ALPHA
        while bit <= LINE_BREAK:
            if wide_has_property(c, bit):
                properties_table[c] |= <uint16_t>bit
            bit <<= 1
        if c < 128 and (c == 95 or wide_has_property(c, ALPHA)):
            properties_table[c] |= NAME_START | NAME_PART
        if c < 128 and wide_has_property(c, DECIMAL):
            properties_table[c] |= NAME_PART
        lower_table[c] = <uint8_t>Py_UNICODE_TOLOWER(c)
        upper_table[c] = <uint8_t>Py_UNICODE_TOUPPER(c)
        # micro sign, sharp s, y with diaeresis
        if c == 0xB5 or c == 0xDF or c == 0xFF:
            properties_table[c] |= UNUSUAL


make_tables()
