# Text. Str itself is declared in _heap.pxd.
from libc.stdint cimport int64_t, uint8_t, uint32_t, uint64_t
from libc.string cimport memcpy
from monty._heap cimport Block, Str, Value, VM, Writer, likely, value_immortal
# The Writer's functions and those of UTF-8 have their own files; they can be named from here too.
from monty.objects.str_builder cimport (writer_ascii, writer_char, writer_discard, writer_fill, writer_finish,
                                        writer_init, writer_reserve, writer_str)
from monty.objects.str_utf8 cimport str_from_utf8, str_utf8_size, str_utf8_write

cdef inline uint8_t* str_latin1(Str* s) noexcept nogil:
    return <uint8_t*>(s + 1)

cdef inline uint32_t* str_ucs4(Str* s) noexcept nogil:
    return <uint32_t*>(s + 1)

cdef inline uint32_t str_char(Str* s, Py_ssize_t index) noexcept nogil:
    if s.kind == 1:
        return (<uint8_t*>(s + 1))[index]
    return (<uint32_t*>(s + 1))[index]

# memcpy for the short pieces that texts are mostly made of: no call up to 16 bytes.
cdef inline void copy_short(uint8_t* to, const uint8_t* source, size_t size) noexcept nogil:
    cdef uint64_t first, last
    cdef uint32_t first_half, last_half
    if size > 16:
        memcpy(to, source, size)
    elif size >= 8:
        memcpy(&first, source, 8)
        memcpy(&last, source + size - 8, 8)
        memcpy(to, &first, 8)
        memcpy(to + size - 8, &last, 8)
    elif size >= 4:
        memcpy(&first_half, source, 4)
        memcpy(&last_half, source + size - 4, 4)
        memcpy(to, &first_half, 4)
        memcpy(to + size - 4, &last_half, 4)
    elif size > 0:
        to[0] = source[0]
        to[size >> 1] = source[size >> 1]
        to[size - 1] = source[size - 1]

cdef extern from *:
    """
    #define STR_MAX_LENGTH ((int64_t)0xFFFFFFF0)
    """
    const int64_t STR_MAX_LENGTH

cdef enum:
    ERROR_FIND = -2         # a search was stopped by a limit

# New block with uninitialised characters; NULL with the error set. Refused before it is made if too large.
cdef Str* str_alloc(VM* vm, int64_t length, uint32_t kind) noexcept nogil
# New reference or NULL.
cdef Str* str_from_latin1(VM* vm, const uint8_t* text, Py_ssize_t length) noexcept nogil
# New reference or NULL; narrows to Latin-1 where possible.
cdef Str* str_from_ucs4(VM* vm, const uint32_t* text, Py_ssize_t length) noexcept nogil
# The one-character string; Latin-1 ones are immortal and shared: str_singles is the array of them.
cdef struct SharedStr:
    Str text
    uint8_t character
    uint8_t[7] padding

cdef SharedStr* str_singles
cdef int str_single_wide(VM* vm, uint32_t character, Value* out) noexcept nogil
cdef inline int str_single(VM* vm, uint32_t character, Value* out) noexcept nogil:
    if likely(character < 256):
        out[0] = value_immortal(&str_singles[character].text.head)
        return 0
    return str_single_wide(vm, character, out)
cdef Value str_empty() noexcept nogil
# New reference: the block made by str_alloc (taken), or the shared immortal one if it is empty or a single Latin-1
# character.
cdef Value str_finish(VM* vm, Str* s) noexcept nogil
# A str that is being made gets another capacity (in characters of its kind): takes `s`, returns it, perhaps moved, or
# NULL with the limit set and `s` as it was. Its hash is forgotten.
cdef Str* str_resize(VM* vm, Str* s, int64_t capacity) noexcept nogil
# Characters of its kind that the (counted) block has room for.
cdef int64_t str_capacity(Str* s) noexcept nogil
# Copy characters into units of another width; `count` is polled for (ERROR when a limit was hit).
cdef int str_copy(VM* vm, void* to, uint32_t to_kind, Str* source, int64_t start, int64_t count) noexcept nogil
# Is any of the characters beyond Latin-1?
cdef bint ucs4_is_wide(const uint32_t* text, int64_t length) noexcept nogil
cdef bint latin1_is_ascii(const uint8_t* text, int64_t length) noexcept nogil
# A keyed hash of memory, never 0.
cdef uint64_t hash_memory(const void* data, size_t size) noexcept nogil
# Cached; never 0.
cdef int64_t str_hash(Str* s) noexcept nogil
cdef bint str_equal(Str* a, Str* b) noexcept nogil
# The same, with what mostly decides inline.
cdef inline bint str_same(Str* a, Str* b) noexcept nogil:
    if a == b:
        return True
    if a.length != b.length or a.kind != b.kind:
        return False
    if a.length != 0 and str_latin1(a)[0] != str_latin1(b)[0]:
        return False
    return str_equal(a, b)
cdef int str_compare(Str* a, Str* b) noexcept nogil         # -1, 0, 1
cdef int str_concat(VM* vm, Str* a, Str* b, Value* out) noexcept nogil
# where[0] (an owned str) += right, in place when nobody else holds it. ERROR leaves where[0] as it was.
cdef int str_append(VM* vm, Value* where, Str* right) noexcept nogil
cdef int str_substring(VM* vm, Str* s, int64_t start, int64_t stop, Value* out) noexcept nogil
# The text as an exact str: `v` itself, or a copy of an instance of a subclass. Returns a new reference; ERROR.
cdef int str_exact(VM* vm, Value v, Value* out) noexcept nogil
cdef int str_repeat(VM* vm, Str* s, int64_t times, Value* out) noexcept nogil
# First index of `part` in s[start:stop], or -1 (or ERROR_FIND when a limit was hit).
cdef int64_t str_find(VM* vm, Str* s, Str* part, int64_t start, int64_t stop) noexcept nogil
# Join count strings (all T_STR), no separator when NULL.
cdef int str_join(VM* vm, Str* separator, Value* items, int64_t count, Value* out) noexcept nogil
# Import time, under the GIL: an immortal interned string; the same text gives the same block.
cdef Str* str_static(const char* text) noexcept
# The interned block of equal text if there is one, else NULL.
cdef Str* str_find_static(Str* s) noexcept nogil
# Under the GIL: host str -> heap (NULL with the limit set), heap -> host.
cdef Str* str_from_host(VM* vm, str text)
cdef str str_to_host(Str* s)
