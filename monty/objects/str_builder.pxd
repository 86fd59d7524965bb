# The Writer: a string built piece by piece. Writer itself is declared in _heap.pxd.
# All answer OK or ERROR; after an ERROR the caller calls writer_discard.
from libc.stdint cimport int64_t, uint8_t, uint32_t
from monty._heap cimport Str, Value, VM, Writer, likely

cdef void writer_init(Writer* writer, VM* vm) noexcept nogil
cdef int writer_reserve(Writer* writer, int64_t more) noexcept nogil
cdef int writer_char_slow(Writer* writer, uint32_t character) noexcept nogil
cdef inline int writer_char(Writer* writer, uint32_t character) noexcept nogil:
    cdef Str* text = writer.text
    if likely(text != NULL and text.length < writer.capacity and (character < 256 or text.kind == 4)):
        if text.kind == 1:
            (<uint8_t*>(text + 1))[text.length] = <uint8_t>character
        else:
            (<uint32_t*>(text + 1))[text.length] = character
        text.length += 1
        return 0
    return writer_char_slow(writer, character)
cdef int writer_ascii(Writer* writer, const char* text, Py_ssize_t length) noexcept nogil   # length -1: strlen
cdef int writer_str(Writer* writer, Str* s) noexcept nogil
# Append s[start:stop], which is known to fit the kind of s (a slice of a wide text may make the result wide needlessly:
# only for parts of Latin-1 texts, or for whole ones).
cdef int writer_part(Writer* writer, Str* s, int64_t start, int64_t stop) noexcept nogil
cdef int writer_fill(Writer* writer, uint32_t character, int64_t count) noexcept nogil
cdef int writer_finish(Writer* writer, Value* out) noexcept nogil       # takes the text; discards on error
cdef void writer_discard(Writer* writer) noexcept nogil
