# The long tail, answered by CPython: each function takes the GIL, makes the host's object from our bytes, calls the
# host's own method and copies the result back. Everything is bounded before it is asked for.
from libc.stdint cimport int64_t, uint8_t
from monty._heap cimport Str, Value, VM

# A method of str without arguments that gives a str (b"upper"): case mappings, done in pieces so that a long text is
# polled for. New reference.
cdef int borrow_str_method(VM* vm, Str* s, const char* name, Value* out) noexcept nogil
# A method of str without arguments that gives a bool (b"isidentifier").
cdef int borrow_str_predicate(VM* vm, Str* s, const char* name, bint* out) noexcept nogil
# s.encode(encoding, errors), a new bytes; data.decode(encoding, errors), a new str. NULL: "utf-8", "strict".
# ERROR: LookupError, UnicodeEncodeError, UnicodeDecodeError in CPython's words.
cdef int borrow_encode(VM* vm, Str* s, Str* encoding, Str* errors, Value* out) noexcept nogil
cdef int borrow_decode(VM* vm, const uint8_t* data, int64_t length, Str* encoding, Str* errors,
                       Value* out) noexcept nogil
# Under the GIL. A host str as a new str value; a host exception as the error in flight, by its type's name and its
# text (SystemError if the sandbox has no such type). ERROR with the exception set.
cdef int borrow_text(VM* vm, str text, Value* out)
cdef int borrow_error(VM* vm, object exception)
