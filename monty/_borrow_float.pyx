"""Conversions between doubles and decimal text that CPython does better than a few lines could: it rounds every digit
correctly, whatever the precision. The machine's own quick ways stand in objects/float_text."""

from libc.string cimport memcpy, strlen

cdef extern from "Python.h":
    char* PyOS_double_to_string(double value, char code, int precision, int flags, int* kind)
    double PyOS_string_to_double(const char* text, char** end, void* overflow_exception) except? -1.0
    void PyMem_Free(void* memory)
    void PyErr_Clear()


cdef int borrow_double_to_text(double value, char code, int precision, int flags, char* text,
                               int capacity) noexcept nogil:
    cdef char* made
    cdef int length = -1
    with gil:
        made = PyOS_double_to_string(value, code, precision, flags, NULL)
        if made == NULL:
            PyErr_Clear()
        else:
            if strlen(made) < <size_t>capacity:
                length = <int>strlen(made)
                memcpy(text, made, length + 1)
            PyMem_Free(made)
    return length


cdef double borrow_text_to_double(const char* text) noexcept nogil:
    cdef double value = 0.0
    with gil:
        try:
            value = PyOS_string_to_double(text, NULL, NULL)
        except Exception:
            value = 0.0
    return value


cdef int borrow_double_from_hex(const char* text, Py_ssize_t length, double* out) noexcept nogil:
    cdef int answer = 0
    with gil:
        try:
            out[0] = float.fromhex(text[:length].decode('latin-1'))
        except OverflowError:
            answer = 2
        except Exception:
            answer = 1
    return answer
