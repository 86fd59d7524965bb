# Digits of floats and floats from digits by CPython's own correctly rounded conversions, under the GIL.

# The text of `value` as PyOS_double_to_string gives it, at most `capacity` bytes. Returns its length, -1 without memory.
cdef int borrow_double_to_text(double value, char code, int precision, int flags, char* text, int capacity) noexcept nogil
# The double nearest to the decimal text (ASCII, zero-terminated, well-formed); overflow gives an infinity.
cdef double borrow_text_to_double(const char* text) noexcept nogil
# float.fromhex(text): 0 and the value, 1 invalid, 2 out of range.
cdef int borrow_double_from_hex(const char* text, Py_ssize_t length, double* out) noexcept nogil
