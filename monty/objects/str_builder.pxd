# The Writer: a string built piece by piece. Writer itself is declared in _heap.pxd.
# All answer OK or ERROR; after an ERROR the caller calls writer_discard.
from libc.stdint cimport int64_t, uint32_t
from monty._heap cimport Str, Value, VM, Writer

cdef void writer_init(Writer* writer, VM* vm) noexcept nogil
cdef int writer_reserve(Writer* writer, int64_t more) noexcept nogil
cdef int writer_char(Writer* writer, uint32_t character) noexcept nogil
cdef int writer_ascii(Writer* writer, const char* text, Py_ssize_t length) noexcept nogil   # length -1: strlen
cdef int writer_str(Writer* writer, Str* s) noexcept nogil
cdef int writer_fill(Writer* writer, uint32_t character, int64_t count) noexcept nogil
cdef int writer_finish(Writer* writer, Value* out) noexcept nogil       # takes the text; discards on error
cdef void writer_discard(Writer* writer) noexcept nogil
