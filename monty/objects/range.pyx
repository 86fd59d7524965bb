"""range: layout, life, protocol, methods. Ranges of any ints; those that fit 64 bits have their own quick paths."""

from libc.math cimport floor, isinf, isnan
from libc.stdint cimport INT64_MAX, INT64_MIN, int64_t, uint64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_hash, value_index, value_repr
from monty.objects.int cimport int_binary, int_compare, int_from_double, int_sign, int_write
from monty.objects.iterators cimport range_iterator_new, range_reverse_iterator_new
from monty.objects.sequence cimport subscript_index, tuple_hash_add, tuple_hash_finish, tuple_hash_start
from monty.objects.slice cimport slice_resolve_any
from monty.objects.str cimport writer_ascii, writer_discard, writer_finish, writer_init

cdef Value* RANGE_GET_ITEM = prelude_slot(b"range_get_item")
cdef Value* RANGE_CONSTRUCT = prelude_slot(b"range_construct")
cdef Value* RANGE_CONTAINS = prelude_slot(b"range_contains")


cdef inline Range* as_range(Value v) noexcept nogil:
    return <Range*>v.as_.block


cdef inline bint is_int(Value v) noexcept nogil:
    cdef int type = v.tag & TYPE_MASK
    return type == T_INT or type == T_BOOL or type == T_LONG


# --- life ------------------------------------------------------------------------------------------------------------

# a op b, releasing both operands (also on error).
cdef int combine(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    cdef int status = int_binary(vm, operator, a, b, out)
    decref(vm, a)
    decref(vm, b)
    return status


# The number of items of a range, as an int of any size; step is not 0.
cdef int count_items(VM* vm, Value start, Value stop, Value step, Value* out) noexcept nogil:
    cdef bint up = int_sign(step) > 0
    cdef uint64_t distance, stride
    cdef Value difference, size, quotient
    if (int_compare(start, stop) >= 0) if up else (int_compare(start, stop) <= 0):
        out[0] = value_int(0)
        return OK
    if start.tag == T_INT and stop.tag == T_INT and step.tag == T_INT:
        if up:
            distance = <uint64_t>stop.as_.i - <uint64_t>start.as_.i - 1
            stride = <uint64_t>step.as_.i
        else:
            distance = <uint64_t>start.as_.i - <uint64_t>stop.as_.i - 1
            stride = <uint64_t>0 - <uint64_t>step.as_.i
        distance = distance // stride
        if distance < <uint64_t>INT64_MAX:
            out[0] = value_int(<int64_t>distance + 1)
            return OK
    # (stop - start - 1) // step + 1, with signs turned for a negative step
    if int_binary(vm, BIN_SUB, stop if up else start, start if up else stop, &difference) != OK:
        return ERROR
    if combine(vm, BIN_SUB, difference, value_int(1), &difference) != OK:
        return ERROR
    if up:
        size = value_copy(step)
    elif int_binary(vm, BIN_SUB, value_int(0), step, &size) != OK:
        decref(vm, difference)
        return ERROR
    if combine(vm, BIN_FLOOR_DIV, difference, size, &quotient) != OK:
        return ERROR
    return combine(vm, BIN_ADD, quotient, value_int(1), out)


# New range that takes its three parts (also on error).
cdef int range_make(VM* vm, Value start, Value stop, Value step, Value* out) noexcept nogil:
    cdef Value length
    cdef Range* r
    if count_items(vm, start, stop, step, &length) == OK:
        r = <Range*>heap_alloc(vm, T_RANGE, sizeof(Range), True)
        if r != NULL:
            r.start = start
            r.stop = stop
            r.step = step
            r.length = length
            r.small = start.tag == T_INT and stop.tag == T_INT and step.tag == T_INT and length.tag == T_INT
            out[0] = value_block(&r.head)
            return OK
        decref(vm, length)
    decref(vm, start)
    decref(vm, stop)
    decref(vm, step)
    return ERROR


# An argument of range() as an int that is no bool; borrowed. OK, ERROR, DEFER.
cdef inline int range_part(VM* vm, Value v, Value* out) noexcept nogil:
    cdef int64_t index
    cdef int type = v.tag & TYPE_MASK
    if type == T_INT or type == T_LONG:
        out[0] = v
        return OK
    if type == T_BOOL:
        out[0] = value_int(v.as_.i)
        return OK
    return value_index(vm, v, 0, &index)


cdef int range_new(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value start = value_int(0)
    cdef Value stop, step
    cdef int status
    if count == 0:
        return raise_error(vm, E_TYPE_ERROR, "range expected at least 1 argument, got 0")
    if count > 3:
        return raise_format_int(vm, E_TYPE_ERROR, "range expected at most 3 arguments, got %lld", count, 0)
    step = value_int(1)
    if count == 1:
        status = range_part(vm, args[0], &stop)
    else:
        status = range_part(vm, args[0], &start)
        if status == OK:
            status = range_part(vm, args[1], &stop)
        if status == OK and count == 3:
            status = range_part(vm, args[2], &step)
    if status != OK:
        return status
    if step.tag == T_INT and step.as_.i == 0:
        return raise_error(vm, E_VALUE_ERROR, "range() arg 3 must not be zero")
    return range_make(vm, value_copy(start), value_copy(stop), value_copy(step), out)


cdef void range_free(VM* vm, Block* block) noexcept nogil:
    cdef Value* parts = &(<Range*>block).start
    cdef int i
    for i in range(4):
        decref(vm, parts[i])


cdef void range_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef Value* parts = &(<Range*>block).start
    cdef int i
    for i in range(4):
        if parts[i].tag & COUNTED:
            visit(parts[i].as_.block, context)


# --- protocol --------------------------------------------------------------------------------------------------------

cdef int range_truth(VM* vm, Value v, bint* out) noexcept nogil:
    out[0] = int_sign(as_range(v).length) != 0
    return OK


cdef int range_length(VM* vm, Value v, int64_t* out) noexcept nogil:
    if as_range(v).length.tag != T_INT:
        return raise_error(vm, E_OVERFLOW_ERROR, "Python int too large to convert to C ssize_t")
    out[0] = as_range(v).length.as_.i
    return OK


cdef int range_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    cdef Range* r
    cdef Range* other
    if type_of(a) != T_RANGE or type_of(b) != T_RANGE:
        return NOT_IMPLEMENTED
    r = as_range(a)
    other = as_range(b)
    if int_compare(r.length, other.length) != 0:
        out[0] = False
    elif int_sign(r.length) == 0:
        out[0] = True
    elif int_compare(r.start, other.start) != 0:
        out[0] = False
    elif r.length.tag == T_INT and r.length.as_.i == 1:
        out[0] = True
    else:
        out[0] = int_compare(r.step, other.step) == 0
    return OK


# The hash of the tuple (length, start, step), None standing for what does not matter.
cdef int range_hash(VM* vm, Value v, int depth, int64_t* out) noexcept nogil:
    cdef Range* r = as_range(v)
    cdef Value[3] parts
    cdef uint64_t state = tuple_hash_start()
    cdef int64_t part_hash = 0
    cdef int i
    parts[0] = r.length
    parts[1] = r.start if int_sign(r.length) != 0 else value_none()
    parts[2] = r.step
    if r.length.tag == T_INT and r.length.as_.i <= 1:
        parts[2] = value_none()
    for i in range(3):
        if value_hash(vm, parts[i], depth, &part_hash) != OK:
            return ERROR
        state = tuple_hash_add(state, part_hash)
    out[0] = tuple_hash_finish(state, 3)
    return OK


cdef int range_repr(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    cdef Range* r = as_range(v)
    if (writer_ascii(writer, "range(", 6) != OK or int_write(writer, r.start, 10, False) != OK
            or writer_ascii(writer, ", ", 2) != OK or int_write(writer, r.stop, 10, False) != OK):
        return ERROR
    if r.step.tag != T_INT or r.step.as_.i != 1:
        if writer_ascii(writer, ", ", 2) != OK or int_write(writer, r.step, 10, False) != OK:
            return ERROR
    return writer_ascii(writer, ")", 1)


# start + index * step. `index` is borrowed.
cdef int range_item(VM* vm, Range* r, Value index, Value* out) noexcept nogil:
    cdef Value offset
    if r.small and index.tag == T_INT and index.as_.i >= 0 and index.as_.i < r.length.as_.i:
        out[0] = value_int(<int64_t>(<uint64_t>r.start.as_.i + <uint64_t>index.as_.i * <uint64_t>r.step.as_.i))
        return OK
    if int_binary(vm, BIN_MUL, index, r.step, &offset) != OK:
        return ERROR
    return combine(vm, BIN_ADD, value_copy(r.start), offset, out)


cdef int range_slice(VM* vm, Value v, Value key, Value* out) noexcept nogil:
    cdef Range* r = as_range(v)
    cdef Value[3] parts
    cdef Value start, stop, step
    cdef int status = slice_resolve_any(vm, key, r.length, &parts[0])
    if status == DEFER:
        return defer_to(vm, RANGE_GET_ITEM)
    if status != OK:
        return status
    status = range_item(vm, r, parts[0], &start)
    if status == OK:
        status = range_item(vm, r, parts[1], &stop)
        if status == OK:
            status = int_binary(vm, BIN_MUL, parts[2], r.step, &step)
            if status == OK:
                status = range_make(vm, start, stop, step, out)
            else:
                decref(vm, start)
                decref(vm, stop)
        else:
            decref(vm, start)
    decref(vm, parts[0])
    decref(vm, parts[1])
    decref(vm, parts[2])
    return status


cdef int range_get_item(VM* vm, Value v, Value key, Value* out) noexcept nogil:
    cdef Range* r = as_range(v)
    cdef Value index
    cdef int64_t small_index = 0
    cdef int status
    if key.tag == T_INT and r.small:
        small_index = key.as_.i
        if small_index < 0:
            small_index += r.length.as_.i
        if small_index < 0 or small_index >= r.length.as_.i:
            return raise_error(vm, E_INDEX_ERROR, "range object index out of range")
        return range_item(vm, r, value_int(small_index), out)
    if type_of(key) == T_SLICE:
        return range_slice(vm, v, key, out)
    if not is_int(key):
        status = subscript_index(vm, key, "range", &small_index)
        return defer_to(vm, RANGE_GET_ITEM) if status == DEFER else status
    if int_sign(key) < 0:
        if int_binary(vm, BIN_ADD, key, r.length, &index) != OK:
            return ERROR
    else:
        index = value_copy(key) if type_of(key) != T_BOOL else value_int(key.as_.i)
    if int_sign(index) < 0 or int_compare(index, r.length) >= 0:
        decref(vm, index)
        return raise_error(vm, E_INDEX_ERROR, "range object index out of range")
    status = range_item(vm, r, index, out)
    decref(vm, index)
    return status


# Where the int `v` stands in the range: OK with a new reference in `out`, EXHAUSTED if it does not.
cdef int range_position(VM* vm, Range* r, Value v, Value* out) noexcept nogil:
    cdef bint up = int_sign(r.step) > 0
    cdef int64_t distance
    cdef Value offset, remainder
    if up:
        if int_compare(v, r.start) < 0 or int_compare(v, r.stop) >= 0:
            return EXHAUSTED
    elif int_compare(v, r.start) > 0 or int_compare(v, r.stop) <= 0:
        return EXHAUSTED
    if r.small and not sub_overflow(v.as_.i, r.start.as_.i, &distance) and distance != INT64_MIN:
        if distance % r.step.as_.i != 0:
            return EXHAUSTED
        out[0] = value_int(distance // r.step.as_.i)
        return OK
    if int_binary(vm, BIN_SUB, v, r.start, &offset) != OK:
        return ERROR
    if int_binary(vm, BIN_MOD, offset, r.step, &remainder) != OK:
        decref(vm, offset)
        return ERROR
    if int_sign(remainder) != 0:
        decref(vm, remainder)
        decref(vm, offset)
        return EXHAUSTED
    return combine(vm, BIN_FLOOR_DIV, offset, value_copy(r.step), out)


# As range_position for a value of any type: only a number that is equal to an int can be in a range, so nothing needs
# to be looked for. DEFER for instances, which may say that they are equal to anything.
cdef int range_find(VM* vm, Range* r, Value v, Value* out) noexcept nogil:
    cdef Value number
    cdef int type = type_of(v)
    cdef int status
    if is_int(v):
        return range_position(vm, r, v, out)
    if type == T_INSTANCE:
        return DEFER
    if type == T_COMPLEX:
        # complex: its own == decides, item by item
        return DEFER
    if type != T_FLOAT or isnan(v.as_.f) or isinf(v.as_.f) or floor(v.as_.f) != v.as_.f:
        return EXHAUSTED
    if int_from_double(vm, v.as_.f, &number) != OK:
        return ERROR
    status = range_position(vm, r, number, out)
    decref(vm, number)
    return status


cdef int range_contains(VM* vm, Value container, Value item, bint* out) noexcept nogil:
    cdef Value where
    cdef int status = range_find(vm, as_range(container), item, &where)
    if status == DEFER:
        return defer_to(vm, RANGE_CONTAINS)
    if status == OK:
        decref(vm, where)
        out[0] = True
        return OK
    out[0] = False
    return OK if status == EXHAUSTED else status


cdef int range_iterate(VM* vm, Value v, Value* out) noexcept nogil:
    return range_iterator_new(vm, as_range(v), out)


# --- methods ---------------------------------------------------------------------------------------------------------

cdef int range_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int status = range_new(vm, args + 1, count - 1, out)
    return defer_to(vm, RANGE_CONSTRUCT) if status == DEFER else status


cdef int range_index(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Writer writer
    cdef Value message
    cdef int status = range_find(vm, as_range(args[0]), args[1], out)
    if status != EXHAUSTED:
        return status
    if not is_int(args[1]):
        return raise_error(vm, E_VALUE_ERROR, "sequence.index(x): x not in sequence")
    writer_init(&writer, vm)
    if value_repr(vm, args[1], &writer, NATIVE_DEPTH) != OK or writer_ascii(&writer, " is not in range", -1) != OK:
        writer_discard(&writer)
        return ERROR
    if writer_finish(&writer, &message) != OK:
        return ERROR
    return raise_value(vm, E_VALUE_ERROR, message)


cdef int range_count(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value where
    cdef int status = range_find(vm, as_range(args[0]), args[1], &where)
    if status == OK:
        decref(vm, where)
        out[0] = value_int(1)
        return OK
    if status == EXHAUSTED:
        out[0] = value_int(0)
        return OK
    return status


cdef int range_reversed(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return range_reverse_iterator_new(vm, as_range(args[0]), out)


cdef int range_get_start(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy(as_range(args[0]).start)
    return OK


cdef int range_get_stop(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy(as_range(args[0]).stop)
    return OK


cdef int range_get_step(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy(as_range(args[0]).step)
    return OK


cdef TypeRow* row = register_type(T_RANGE, b"range")
row.free = range_free
row.traverse = range_traverse
row.truth = range_truth
row.length = range_length
row.equal = range_equal
row.hash = range_hash
row.repr = range_repr
row.get_item = range_get_item
row.contains = range_contains
row.iterate = range_iterate
register_native(T_RANGE, NATIVE_NEW, b"range(cls, /, *args)", range_construct, NULL)
register_native(T_RANGE, NATIVE_METHOD, b"index(self, value, /)", range_index, b"range_index")
register_native(T_RANGE, NATIVE_METHOD, b"count(self, value, /)", range_count, b"range_count")
register_native(T_RANGE, NATIVE_METHOD, b"__reversed__(self, /)", range_reversed, NULL)
register_native(T_RANGE, NATIVE_GETTER, b"start(self)", range_get_start, NULL)
register_native(T_RANGE, NATIVE_GETTER, b"stop(self)", range_get_stop, NULL)
register_native(T_RANGE, NATIVE_GETTER, b"step(self)", range_get_step, NULL)
