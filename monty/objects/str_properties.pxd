# Properties of characters: a table for Latin-1, CPython's own tables (which need no GIL) beyond.
from libc.stdint cimport uint8_t, uint16_t, uint32_t

cdef enum:
    ALPHA = 1
    DECIMAL = 2
    DIGIT = 4
    NUMERIC = 8
    SPACE = 16
    UPPER = 32
    LOWER = 64
    PRINTABLE = 128
    LINE_BREAK = 256
    UNUSUAL = 512               # its upper or title case is not one Latin-1 character, or it folds to something else
    NAME_START = 1024           # ASCII letter or underscore
    NAME_PART = 2048            # ASCII letter, digit or underscore

cdef uint16_t* latin1_properties        # 256 entries
cdef uint8_t* latin1_lower              # 256 entries
cdef uint8_t* latin1_upper              # 256 entries; meaningless for UNUSUAL characters

cdef bint wide_has_property(uint32_t character, int wanted) noexcept nogil

# Has the character one of the properties `wanted` (a union of the bits up to LINE_BREAK)?
cdef inline bint has_property(uint32_t character, int wanted) noexcept nogil:
    if character < 256:
        return latin1_properties[character] & wanted != 0
    return wide_has_property(character, wanted)
