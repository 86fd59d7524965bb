"""slice: layout, life, protocol, methods."""

from libc.stdint cimport INT64_MAX, INT64_MIN, int64_t, uint64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_hash, value_index, value_repr
from monty.objects.int cimport int_binary, int_compare, int_sign
from monty.objects.sequence cimport (host_minor, items_equal, items_order, pay, tuple_hash_add, tuple_hash_finish,
                                     tuple_hash_start)
from monty.objects.str cimport writer_ascii
from monty.objects.tuple cimport Tuple, tuple_take

cdef Value* SLICE_EQUAL = prelude_slot(b"slice_equal")
cdef Value* SLICE_ORDER = prelude_slot(b"slice_order")
cdef Value* SLICE_HASH = prelude_slot(b"slice_hash")
cdef Value* SLICE_REPR = prelude_slot(b"slice_repr")


cdef inline Slice* as_slice(Value v) noexcept nogil:
    return <Slice*>v.as_.block


# --- life ------------------------------------------------------------------------------------------------------------

cdef int slice_new(VM* vm, Value start, Value stop, Value step, Value* out) noexcept nogil:
    cdef Slice* s = <Slice*>heap_alloc(vm, T_SLICE, sizeof(Slice), True)
    if s == NULL:
        return ERROR
    s.start = value_copy(start)
    s.stop = value_copy(stop)
    s.step = value_copy(step)
    out[0] = value_block(&s.head)
    return OK


cdef void slice_free(VM* vm, Block* block) noexcept nogil:
    decref(vm, (<Slice*>block).start)
    decref(vm, (<Slice*>block).stop)
    decref(vm, (<Slice*>block).step)


cdef void slice_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef Value* parts = &(<Slice*>block).start
    cdef int i
    for i in range(3):
        if parts[i].tag & COUNTED:
            visit(parts[i].as_.block, context)


# --- resolving -------------------------------------------------------------------------------------------------------

# A part of a slice as an int64, cut to the range of int64. OK, ERROR, DEFER.
cdef inline int slice_part(VM* vm, Value v, int64_t* out) noexcept nogil:
    cdef int type = v.tag & TYPE_MASK
    cdef int status
    if type == T_INT or type == T_BOOL:
        out[0] = v.as_.i
        return OK
    if type == T_LONG or type == T_INSTANCE:
        status = value_index(vm, v, 0, out)
        if status != ERROR or not error_is(vm, E_TYPE_ERROR):
            return status
    return raise_error(vm, E_TYPE_ERROR, "slice indices must be integers or None or have an __index__ method")


cdef inline int64_t cut(int64_t position, int64_t length, int64_t low, int64_t high) noexcept nogil:
    if position < 0:
        position += length
        return position if position >= low else low
    return position if position <= high else high


cdef int slice_resolve(VM* vm, Value slice_value, int64_t length, int64_t* start, int64_t* stop, int64_t* step,
                       int64_t* length_out) noexcept nogil:
    cdef Slice* s = as_slice(slice_value)
    cdef int64_t low, high
    cdef int status
    if s.step.tag == T_NONE:
        step[0] = 1
    else:
        status = slice_part(vm, s.step, step)
        if status != OK:
            return status
        if step[0] == 0:
            return raise_error(vm, E_VALUE_ERROR, "slice step cannot be zero")
        # So that -step does not overflow; no length tells the two apart.
        if step[0] == INT64_MIN:
            step[0] = -INT64_MAX
    low = 0 if step[0] > 0 else -1
    high = length if step[0] > 0 else length - 1
    if s.start.tag == T_NONE:
        start[0] = low if step[0] > 0 else high
    else:
        status = slice_part(vm, s.start, start)
        if status != OK:
            return status
        start[0] = cut(start[0], length, low, high)
    if s.stop.tag == T_NONE:
        stop[0] = high if step[0] > 0 else low
    else:
        status = slice_part(vm, s.stop, stop)
        if status != OK:
            return status
        stop[0] = cut(stop[0], length, low, high)
    if step[0] > 0:
        length_out[0] = (stop[0] - start[0] - 1) // step[0] + 1 if start[0] < stop[0] else 0
    else:
        length_out[0] = (start[0] - stop[0] - 1) // -step[0] + 1 if stop[0] < start[0] else 0
    return OK


# A part that is an int of any size; borrowed. OK, ERROR, DEFER.
cdef int slice_part_any(VM* vm, Value v) noexcept nogil:
    cdef int64_t ignored
    cdef int type = v.tag & TYPE_MASK
    if type == T_INT or type == T_BOOL or type == T_LONG:
        return OK
    return slice_part(vm, v, &ignored)


# cut() for ints of any size; a new reference in `out`.
cdef int cut_any(VM* vm, Value position, Value length, Value low, Value high, Value* out) noexcept nogil:
    cdef Value moved
    if type_of(position) == T_BOOL:
        position = value_int(position.as_.i)
    if int_sign(position) < 0:
        if int_binary(vm, BIN_ADD, position, length, &moved) != OK:
            return ERROR
        if int_compare(moved, low) < 0:
            decref(vm, moved)
            moved = value_copy(low)
        out[0] = moved
        return OK
    out[0] = value_copy(position if int_compare(position, high) <= 0 else high)
    return OK


cdef int slice_resolve_any(VM* vm, Value slice_value, Value length, Value* parts) noexcept nogil:
    cdef Slice* s = as_slice(slice_value)
    cdef Value low = value_int(0)
    cdef Value high
    cdef bint up = True
    cdef int status
    if s.step.tag == T_NONE:
        parts[2] = value_int(1)
    else:
        status = slice_part_any(vm, s.step)
        if status != OK:
            return status
        if int_sign(s.step) == 0:
            return raise_error(vm, E_VALUE_ERROR, "slice step cannot be zero")
        parts[2] = value_copy(s.step) if type_of(s.step) != T_BOOL else value_int(s.step.as_.i)
        up = int_sign(s.step) > 0
    if up:
        high = value_copy(length)
    else:
        low = value_int(-1)
        if int_binary(vm, BIN_SUB, length, value_int(1), &high) != OK:
            decref(vm, parts[2])
            return ERROR
    if s.start.tag == T_NONE:
        parts[0] = low if up else value_copy(high)
        status = OK
    else:
        status = slice_part_any(vm, s.start)
        if status == OK:
            status = cut_any(vm, s.start, length, low, high, &parts[0])
    if status == OK:
        if s.stop.tag == T_NONE:
            parts[1] = value_copy(high) if up else low
        else:
            status = slice_part_any(vm, s.stop)
            if status == OK:
                status = cut_any(vm, s.stop, length, low, high, &parts[1])
            if status != OK:
                decref(vm, parts[0])
    if status != OK:
        decref(vm, parts[2])
    decref(vm, high)
    return status


# --- protocol --------------------------------------------------------------------------------------------------------

cdef int slice_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    cdef int status
    if type_of(a) != T_SLICE or type_of(b) != T_SLICE:
        return NOT_IMPLEMENTED
    if depth <= 0:
        return defer_to(vm, SLICE_EQUAL)
    status = items_equal(vm, &as_slice(a).start, 3, &as_slice(b).start, 3, depth - 1, out)
    return defer_to(vm, SLICE_EQUAL) if status == DEFER else status


cdef int slice_order(VM* vm, Value a, Value b, int comparison, int depth, bint* out) noexcept nogil:
    cdef int status
    if type_of(a) != T_SLICE or type_of(b) != T_SLICE:
        return NOT_IMPLEMENTED
    if depth <= 0:
        return defer_to(vm, SLICE_ORDER)
    status = items_order(vm, &as_slice(a).start, 3, &as_slice(b).start, 3, comparison, depth - 1, out)
    return defer_to(vm, SLICE_ORDER) if status == DEFER else status


cdef int slice_hash(VM* vm, Value v, int depth, int64_t* out) noexcept nogil:
    cdef uint64_t state = tuple_hash_start()
    cdef Value* parts = &as_slice(v).start
    cdef int64_t part_hash = 0
    cdef int i, status
    if depth <= 0:
        return defer_to(vm, SLICE_HASH)
    for i in range(3):
        status = value_hash(vm, parts[i], depth - 1, &part_hash)
        if status != OK:
            return defer_to(vm, SLICE_HASH) if status == DEFER else status
        state = tuple_hash_add(state, part_hash)
    out[0] = tuple_hash_finish(state, 3)
    return OK


cdef int slice_repr(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    cdef Value* parts = &as_slice(v).start
    cdef int i
    cdef int status
    if depth <= 0:
        return defer_to(vm, SLICE_REPR)
    if writer_ascii(writer, "slice(", 6) != OK:
        return ERROR
    for i in range(3):
        if i > 0 and writer_ascii(writer, ", ", 2) != OK:
            return ERROR
        status = value_repr(vm, parts[i], writer, depth - 1)
        if status != OK:
            return defer_to(vm, SLICE_REPR) if status == DEFER else status
    return writer_ascii(writer, ")", 1)


# --- methods ---------------------------------------------------------------------------------------------------------

cdef int slice_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if count < 2:
        return raise_error(vm, E_TYPE_ERROR, "slice expected at least 1 argument, got 0")
    if count > 4:
        return raise_format_int(vm, E_TYPE_ERROR, "slice expected at most 3 arguments, got %lld", count - 1, 0)
    if count == 2:
        return slice_new(vm, value_none(), args[1], value_none(), out)
    return slice_new(vm, args[1], args[2], args[3] if count == 4 else value_none(), out)


cdef int slice_get_start(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy(as_slice(args[0]).start)
    return OK


cdef int slice_get_stop(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy(as_slice(args[0]).stop)
    return OK


cdef int slice_get_step(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy(as_slice(args[0]).step)
    return OK


cdef int slice_indices(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value[3] parts
    cdef Tuple* result
    cdef Value length = args[1]
    cdef int type = type_of(length)
    cdef int64_t ignored
    cdef int i, status
    if type == T_BOOL:
        length = value_int(length.as_.i)
    elif type != T_INT and type != T_LONG:
        return value_index(vm, length, 0, &ignored)
    if int_sign(length) < 0:
        return raise_error(vm, E_VALUE_ERROR, "length should not be negative")
    status = slice_resolve_any(vm, args[0], length, &parts[0])
    if status != OK:
        return status
    result = tuple_take(vm, &parts[0], 3)
    if result == NULL:
        for i in range(3):
            decref(vm, parts[i])
        return ERROR
    out[0] = value_block(&result.head)
    return OK


cdef TypeRow* row = register_type(T_SLICE, b"slice")
row.free = slice_free
row.traverse = slice_traverse
row.equal = slice_equal
row.order = slice_order
row.repr = slice_repr
# Slices can be hashed since 3.12.
if host_minor() >= 12:
    row.hash = slice_hash
register_native(T_SLICE, NATIVE_NEW, b"slice(cls, /, *args)", slice_construct, NULL)
register_native(T_SLICE, NATIVE_GETTER, b"start(self)", slice_get_start, NULL)
register_native(T_SLICE, NATIVE_GETTER, b"stop(self)", slice_get_stop, NULL)
register_native(T_SLICE, NATIVE_GETTER, b"step(self)", slice_get_step, NULL)
register_native(T_SLICE, NATIVE_METHOD, b"indices(self, object, /)", slice_indices, b"slice_indices")
