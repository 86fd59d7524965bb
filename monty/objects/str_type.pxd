# The type row of str, repr's escaping, and what the functions repr, ascii, ord and chr need.
from libc.stdint cimport int64_t
from monty._heap cimport EXHAUSTED, Block, Str, T_UNSET, Value, VM, Writer
from monty.objects.str cimport str_char, str_single

# The text of repr(s), of ascii(s) if `ascii_only`. OK or ERROR.
cdef int str_write_repr(Writer* writer, Str* s, bint ascii_only) noexcept nogil
# ascii() of an object whose repr is `text`: what is not ASCII in it escaped. OK or ERROR.
cdef int str_write_escaped(Writer* writer, Str* text) noexcept nogil
cdef struct StrIterator:
    Block head
    Value text              # unset when exhausted
    int64_t index

# The next character of an iterator over a text: OK, ERROR, or EXHAUSTED, which the caller turns into its end.
cdef inline int str_iterator_advance(VM* vm, StrIterator* iterator, Value* out) noexcept nogil:
    cdef Str* s = <Str*>iterator.text.as_.block
    if iterator.text.tag == T_UNSET or iterator.index >= s.length:
        return EXHAUSTED
    iterator.index += 1
    return str_single(vm, str_char(s, iterator.index - 1), out)

# s[index], negative ones from the end; ERROR with CPython's IndexError.
cdef int str_item(VM* vm, Str* s, int64_t index, Value* out) noexcept nogil
# str % value, set by the file that implements it.
cdef int (*str_modulo)(VM* vm, Value text, Value argument, Value* out) noexcept nogil
