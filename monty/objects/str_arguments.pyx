"""What the methods of str share: checks of arguments, with CPython's errors, and results."""

from monty._generated cimport E_OVERFLOW_ERROR, E_TYPE_ERROR
from monty._heap cimport *
from monty._protocol cimport value_index
from monty.objects.str cimport *


cdef int raise_not_text(VM* vm, const char* what, Value v, bint clinic) noexcept nogil:
    cdef const char* name = type_name(v)
    if clinic and v.tag == T_NONE:
        name = b"None"
    return raise_format(vm, E_TYPE_ERROR, b"%smust be str, not %s", what, name, NULL)


cdef int size_argument(VM* vm, Value v, int64_t* out) noexcept nogil:
    if type_of(v) == T_LONG:
        return raise_error(vm, E_OVERFLOW_ERROR, b"Python int too large to convert to C ssize_t")
    return value_index(vm, v, E_OVERFLOW_ERROR, out)


cdef int int_argument(VM* vm, Value v, int64_t* out) noexcept nogil:
    cdef int status = OK
    if type_of(v) != T_LONG:
        status = value_index(vm, v, E_OVERFLOW_ERROR, out)
    if status == OK and (type_of(v) == T_LONG or out[0] > 0x7FFFFFFF or out[0] < -<int64_t>0x80000000):
        return raise_error(vm, E_OVERFLOW_ERROR, b"Python int too large to convert to C int")
    return status


cdef inline int range_bound(VM* vm, Value v, int64_t length, int64_t* out) noexcept nogil:
    cdef int status
    cdef int type = type_of(v)
    if type != T_INT and type != T_BOOL and type != T_LONG and type != T_INSTANCE:
        return raise_error(vm, E_TYPE_ERROR, b"slice indices must be integers or None or have an __index__ method")
    status = value_index(vm, v, 0, out)
    if status == OK and out[0] < 0:
        out[0] += length
        if out[0] < 0:
            out[0] = 0
    return status


cdef int search_range(VM* vm, Value start_value, Value stop_value, int64_t length, int64_t* start,
                      int64_t* stop) noexcept nogil:
    cdef int status
    start[0] = 0
    stop[0] = length
    if not (start_value.tag == T_UNSET or start_value.tag == T_NONE):
        status = range_bound(vm, start_value, length, start)
        if status != OK:
            return status
    if not (stop_value.tag == T_UNSET or stop_value.tag == T_NONE):
        status = range_bound(vm, stop_value, length, stop)
        if status != OK:
            return status
        if stop[0] > length:
            stop[0] = length
    return OK


cdef int part_of(VM* vm, Value whole, int64_t start, int64_t stop, Value* out) noexcept nogil:
    if start == 0 and stop == (<Str*>whole.as_.block).length:
        return str_exact(vm, whole, out)
    return str_substring(vm, <Str*>whole.as_.block, start, stop, out)


cdef int narrowed(VM* vm, Str* s, Value* out) noexcept nogil:
    cdef Str* narrow
    if s.kind == 4 and not ucs4_is_wide(str_ucs4(s), s.length):
        narrow = str_alloc(vm, s.length, 1)
        if narrow == NULL or str_copy(vm, str_latin1(narrow), 1, s, 0, s.length) != OK:
            if narrow != NULL:
                heap_free(vm, &narrow.head)
            heap_free(vm, &s.head)
            return ERROR
        heap_free(vm, &s.head)
        s = narrow
    out[0] = str_finish(vm, s)
    return OK
