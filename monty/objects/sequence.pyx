"""What list and tuple share: operations on arrays of values."""

import sys

from libc.stdint cimport INT64_MAX, int64_t, uint64_t
from libc.string cimport memcpy

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_compare, value_equal, value_equal_quick, value_index, value_repr
from monty.objects.str cimport writer_ascii

cdef int HOST_MINOR = sys.version_info[1]

cdef enum:
    CHUNK = 1024            # items between polls


cdef int host_minor() noexcept nogil:
    return HOST_MINOR


# --- comparison ------------------------------------------------------------------------------------------------------

cdef int items_difference(VM* vm, Value* a, int64_t a_length, Value* b, int64_t b_length, int depth,
                          int64_t* where) noexcept nogil:
    cdef int64_t length = a_length if a_length < b_length else b_length
    cdef int64_t i
    cdef bint equal
    cdef int status, quick
    for i in range(length):
        quick = value_equal_quick(a[i], b[i])
        if quick < 0:
            status = value_equal(vm, a[i], b[i], depth, &equal)
            if status != OK:
                return status
            quick = equal
        if not quick:
            where[0] = i
            return OK
        if i & (CHUNK - 1) == CHUNK - 1 and poll(vm, 2 * CHUNK) != OK:
            return ERROR
    where[0] = length
    return poll(vm, 1 + (length & (CHUNK - 1)))


cdef int items_equal(VM* vm, Value* a, int64_t a_length, Value* b, int64_t b_length, int depth,
                     bint* out) noexcept nogil:
    cdef int64_t where
    cdef int status
    if a_length != b_length:
        out[0] = False
        return OK
    status = items_difference(vm, a, a_length, b, b_length, depth, &where)
    if status == OK:
        out[0] = where == a_length
    return status


cdef int items_order(VM* vm, Value* a, int64_t a_length, Value* b, int64_t b_length, int comparison, int depth,
                     bint* out) noexcept nogil:
    cdef int64_t where
    cdef int status = items_difference(vm, a, a_length, b, b_length, depth, &where)
    if status != OK:
        return status
    if where < a_length and where < b_length:
        return value_compare(vm, comparison, a[where], b[where], depth, out)
    if comparison == CMP_LT:
        out[0] = a_length < b_length
    elif comparison == CMP_LE:
        out[0] = a_length <= b_length
    elif comparison == CMP_GT:
        out[0] = a_length > b_length
    else:
        out[0] = a_length >= b_length
    return OK


cdef int items_find(VM* vm, Value* items, int64_t start, int64_t stop, Value item, int64_t* where) noexcept nogil:
    cdef int64_t i
    cdef bint equal
    cdef int status, quick
    where[0] = -1
    for i in range(start, stop):
        quick = value_equal_quick(items[i], item)
        if quick < 0:
            status = value_equal(vm, items[i], item, NATIVE_DEPTH, &equal)
            if status != OK:
                return status
            quick = equal
        if quick:
            where[0] = i
            return poll(vm, 1 + (i & (CHUNK - 1)))
        if i & (CHUNK - 1) == CHUNK - 1 and poll(vm, CHUNK) != OK:
            return ERROR
    return poll(vm, 1 + (stop & (CHUNK - 1)))


cdef int items_count(VM* vm, Value* items, int64_t length, Value item, int64_t* out) noexcept nogil:
    cdef int64_t i
    cdef int64_t count = 0
    cdef bint equal
    cdef int status, quick
    for i in range(length):
        quick = value_equal_quick(items[i], item)
        if quick < 0:
            status = value_equal(vm, items[i], item, NATIVE_DEPTH, &equal)
            if status != OK:
                return status
            quick = equal
        count += quick
        if i & (CHUNK - 1) == CHUNK - 1 and poll(vm, CHUNK) != OK:
            return ERROR
    out[0] = count
    return OK


# --- repr ------------------------------------------------------------------------------------------------------------

cdef int items_repr(VM* vm, Value* items, int64_t length, Writer* writer, int depth) noexcept nogil:
    cdef int64_t i
    cdef int status
    for i in range(length):
        if i > 0 and writer_ascii(writer, ", ", 2) != OK:
            return ERROR
        status = value_repr(vm, items[i], writer, depth)
        if status != OK:
            return status
        if poll(vm, 10) != OK:
            return ERROR
    return OK


# --- copies ----------------------------------------------------------------------------------------------------------

cdef void items_copy(Value* target, Value* source, int64_t count) noexcept nogil:
    cdef int64_t i
    for i in range(count):
        target[i] = source[i]
        incref(source[i])


cdef void items_copy_step(Value* target, Value* source, int64_t count, int64_t step) noexcept nogil:
    cdef int64_t i
    cdef int64_t position = 0
    for i in range(count):
        target[i] = value_copy(source[position])
        # The position after the last item may lie anywhere: it is not used.
        position = <int64_t>(<uint64_t>position + <uint64_t>step)


cdef int items_repeat(VM* vm, Value* target, Value* source, int64_t count, int64_t times, int64_t* done) noexcept nogil:
    cdef int64_t i
    cdef int64_t position = 0
    cdef Value only
    done[0] = 0
    if count == 1:
        only = source[0]
        while position < times:
            i = position + CHUNK if times - position > CHUNK else times
            if only.tag & COUNTED:
                only.as_.block.refcount += <uint32_t>(i - position)
            if position > 0:
                # A chunk as the first one.
                memcpy(target + position, target, <size_t>(i - position) * sizeof(Value))
                position = i
            while position < i:
                target[position] = only
                position += 1
            done[0] = position
            if poll(vm, CHUNK) != OK:
                return ERROR
        return OK
    for i in range(times):
        items_copy(target + position, source, count)
        position += count
        done[0] = position
        if poll(vm, count) != OK:
            return ERROR
    return OK


cdef int repeated_length(VM* vm, int64_t length, int64_t times, int64_t* out) noexcept nogil:
    if times <= 0 or length == 0:
        out[0] = 0
        return OK
    # What no machine could hold is the program's error, as in CPython; what this sandbox may not hold is its limit.
    if mul_overflow(length, times, out) or out[0] > INT64_MAX // <int64_t>sizeof(void*):
        return raise_error(vm, E_MEMORY_ERROR, NULL)
    if out[0] > MAX_ITEMS:
        return raise_limit(vm, LIMIT_MEMORY)
    return heap_reserve(vm, <size_t>out[0] * sizeof(Value))


# --- indices ---------------------------------------------------------------------------------------------------------

cdef int subscript_index(VM* vm, Value key, const char* name, int64_t* out) noexcept nogil:
    cdef int type = key.tag & TYPE_MASK
    cdef int status
    if type == T_INT or type == T_BOOL:
        out[0] = key.as_.i
        return OK
    if type == T_LONG or type == T_INSTANCE:
        status = value_index(vm, key, E_INDEX_ERROR, out)
        if status != ERROR or not error_is(vm, E_TYPE_ERROR):
            return status
    return raise_format(vm, E_TYPE_ERROR, "%s indices must be integers or slices, not %s", name, type_name(key), NULL)


cdef int search_bound(VM* vm, Value v, int64_t length, int64_t default, int64_t* out) noexcept nogil:
    cdef int type = v.tag & TYPE_MASK
    cdef int status
    if type == T_UNSET:
        out[0] = default
        return OK
    if type == T_INT or type == T_BOOL or type == T_LONG or type == T_INSTANCE:
        status = value_index(vm, v, 0, out)
        if status != OK:
            return status
    else:
        return raise_error(vm, E_TYPE_ERROR, "slice indices must be integers or have an __index__ method")
    if out[0] < 0:
        out[0] = out[0] + length if out[0] + length > 0 else 0
    return OK


cdef int search_bounds(VM* vm, Value start_value, Value stop_value, int64_t length, int64_t* start,
                       int64_t* stop) noexcept nogil:
    cdef int status = search_bound(vm, start_value, length, 0, start)
    if status != OK:
        return status
    return search_bound(vm, stop_value, length, INT64_MAX, stop)


cdef int repeat_count(VM* vm, Value v, int64_t* out) noexcept nogil:
    cdef int type = v.tag & TYPE_MASK
    if type == T_INT or type == T_BOOL:
        out[0] = v.as_.i
        return OK
    if type == T_LONG:
        return value_index(vm, v, E_OVERFLOW_ERROR, out)
    return NOT_IMPLEMENTED


# --- what the prelude's reprs use ------------------------------------------------------------------------------------

# _repr_enter(container): False if its repr is being made already; otherwise it is marked.
cdef int intrinsic_repr_enter(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool(repr_enter(args[0]))
    return OK


# _repr_leave(container): its repr has been made.
cdef int intrinsic_repr_leave(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    repr_leave(args[0])
    out[0] = value_none()
    return OK


register_native(-1, NATIVE_INTRINSIC, b"_repr_enter(container, /)", intrinsic_repr_enter, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_repr_leave(container, /)", intrinsic_repr_leave, NULL)
