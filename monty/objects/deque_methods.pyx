"""The methods of deque."""

from libc.stdint cimport int64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_index, value_repr
from monty.modules.registry cimport register_module_constant
from monty.objects.deque cimport *
from monty.objects.sequence cimport items_count, items_find, pay, search_bounds
from monty.objects.str cimport writer_ascii, writer_discard, writer_finish, writer_init


cdef inline Deque* as_deque(Value v) noexcept nogil:
    return <Deque*>v.as_.block


# --- making ----------------------------------------------------------------------------------------------------------

# The argument maxlen=: -1 for none. OK or ERROR.
cdef int maxlen_argument(VM* vm, Value v, int64_t* out) noexcept nogil:
    out[0] = -1
    if v.tag == T_UNSET or v.tag == T_NONE:
        return OK
    if type_of(v) == T_LONG:
        return raise_error(vm, E_OVERFLOW_ERROR, "Python int too large to convert to C ssize_t")
    v = plain_number(v)
    if v.tag != T_INT and v.tag != T_BOOL:
        return raise_error(vm, E_TYPE_ERROR, "an integer is required")
    if v.as_.i < 0:
        return raise_error(vm, E_VALUE_ERROR, "maxlen must be non-negative")
    # No deque gets so long: then it is as good as none, but it shows.
    out[0] = v.as_.i if v.as_.i < INT64_MAX else INT64_MAX - 1
    return OK


cdef int deque_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t maxlen
    cdef Deque* d
    cdef int status = maxlen_argument(vm, args[2], &maxlen)
    if status != OK:
        return status
    d = deque_new(vm, maxlen)
    if d == NULL:
        return ERROR
    if args[1].tag != T_UNSET:
        status = deque_extend(vm, d, args[1])
        if status != OK:
            decref(vm, value_block(&d.head))
            return status
    out[0] = value_block(&d.head)
    return OK


# _deque_reset(self, maxlen): what __init__ does before it fills the deque.
cdef int deque_reset(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t maxlen
    if maxlen_argument(vm, args[1], &maxlen) != OK:
        return ERROR
    as_deque(args[0]).bound = maxlen + 1
    deque_clear(vm, as_deque(args[0]))
    out[0] = value_none()
    return OK


cdef int deque_method_copy(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Deque* made
    if args[0].tag & SUBCLASSED:
        return DEFER
    made = deque_copy(vm, as_deque(args[0]))
    if made == NULL:
        return ERROR
    out[0] = value_block(&made.head)
    return pay(vm, out, made.length >> 2)


# --- the ends --------------------------------------------------------------------------------------------------------

cdef int deque_append(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_none()
    return deque_add_right(vm, as_deque(args[0]), value_copy(args[1]))


cdef int deque_append_left(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_none()
    return deque_add_left(vm, as_deque(args[0]), value_copy(args[1]))


cdef int deque_pop(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if as_deque(args[0]).length == 0:
        return raise_error(vm, E_INDEX_ERROR, "pop from an empty deque")
    return deque_take_right(vm, as_deque(args[0]), out)


cdef int deque_pop_left(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if as_deque(args[0]).length == 0:
        return raise_error(vm, E_INDEX_ERROR, "pop from an empty deque")
    return deque_take_left(vm, as_deque(args[0]), out)


cdef int deque_method_extend(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int status = deque_extend(vm, as_deque(args[0]), args[1])
    if status == OK:
        out[0] = value_none()
    return status


cdef int deque_extend_left(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Deque* d = as_deque(args[0])
    cdef Value source = args[1]
    cdef Value iterator, item
    cdef Deque* held
    cdef int status
    if type_of(source) == T_DEQUE and source.as_.block == &d.head:
        # The items as they are now.
        held = deque_copy(vm, d)
        if held == NULL:
            return ERROR
        status = deque_iterator_new(vm, T_DEQUE_ITERATOR, held, &iterator)
        decref(vm, value_block(&held.head))
    elif not iterates_natively(source) and not is_native_iterator(source):
        return DEFER
    else:
        status = value_iterate(vm, source, &iterator)
    if status != OK:
        return status
    while True:
        status = value_next(vm, iterator, &item)
        if status != OK:
            break
        if deque_add_left(vm, d, item) != OK or poll(vm, 4) != OK:
            status = ERROR
            break
    decref(vm, iterator)
    if status != EXHAUSTED:
        return status
    out[0] = value_none()
    return OK


cdef int deque_method_clear(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    deque_clear(vm, as_deque(args[0]))
    out[0] = value_none()
    return OK


# --- as a sequence ---------------------------------------------------------------------------------------------------

# A number of places (of insert and rotate). OK, ERROR, DEFER.
cdef int places_argument(VM* vm, Value v, int64_t* out) noexcept nogil:
    if type_of(v) == T_LONG:
        return raise_error(vm, E_OVERFLOW_ERROR, "Python int too large to convert to C ssize_t")
    return value_index(vm, v, E_OVERFLOW_ERROR, out)


cdef int deque_insert(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Deque* d = as_deque(args[0])
    cdef int64_t index = 0
    cdef Value* items
    cdef int status = places_argument(vm, args[1], &index)
    if status != OK:
        return status
    if d.length + 1 == d.bound:
        return raise_error(vm, E_INDEX_ERROR, "deque already at its maximum size")
    if index < 0:
        index += d.length
        if index < 0:
            index = 0
    if index > d.length:
        index = d.length
    # The shorter side moves.
    if index < d.length >> 1:
        if deque_make_room_left(vm, d) != OK:
            return ERROR
        d.first -= 1
        items = deque_items(d)
        memmove(items, items + 1, <size_t>index * sizeof(Value))
    else:
        if deque_make_room_right(vm, d) != OK:
            return ERROR
        items = deque_items(d)
        memmove(items + index + 1, items + index, <size_t>(d.length - index) * sizeof(Value))
    items[index] = value_copy(args[2])
    d.length += 1
    d.state += 1
    out[0] = value_none()
    return poll(vm, d.length >> 4)


cdef int deque_remove(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Deque* d = as_deque(args[0])
    cdef int64_t where = -1
    cdef int status = items_find(vm, deque_items(d), 0, d.length, args[1], &where)
    if status == OK:
        if where < 0:
            return raise_not_in(vm, args[1])
        out[0] = value_none()
        return deque_remove_at(vm, d, where)
    return status


# ValueError("<value> is not in deque"). ERROR, or DEFER.
cdef int raise_not_in(VM* vm, Value value) noexcept nogil:
    cdef Writer writer
    cdef Value message
    cdef int status
    writer_init(&writer, vm)
    status = value_repr(vm, value, &writer, NATIVE_DEPTH)
    if status == OK:
        status = writer_ascii(&writer, " is not in deque", -1)
    if status != OK:
        writer_discard(&writer)
        return status
    if writer_finish(&writer, &message) != OK:
        return ERROR
    return raise_value(vm, E_VALUE_ERROR, message)


cdef int deque_index(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Deque* d = as_deque(args[0])
    cdef int64_t start = 0
    cdef int64_t stop = 0
    cdef int64_t where = -1
    cdef int status = search_bounds(vm, args[2], args[3], d.length, &start, &stop)
    if status == OK:
        status = items_find(vm, deque_items(d), start, stop if stop < d.length else d.length, args[1], &where)
    if status != OK:
        return status
    if where < 0:
        return raise_not_in(vm, args[1])
    out[0] = value_int(where)
    return OK


cdef int deque_count(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t found = 0
    cdef int status = items_count(vm, deque_items(as_deque(args[0])), as_deque(args[0]).length, args[1], &found)
    if status == OK:
        out[0] = value_int(found)
    return status


cdef int deque_reverse(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value* items = deque_items(as_deque(args[0]))
    cdef int64_t length = as_deque(args[0]).length
    cdef int64_t i
    cdef Value held
    for i in range(length >> 1):
        held = items[i]
        items[i] = items[length - 1 - i]
        items[length - 1 - i] = held
    out[0] = value_none()
    return poll(vm, as_deque(args[0]).length >> 2)


cdef int deque_method_rotate(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t n = 1
    cdef int status = OK
    if args[1].tag != T_UNSET:
        status = places_argument(vm, args[1], &n)
    if status == OK:
        out[0] = value_none()
        status = deque_rotate(vm, as_deque(args[0]), n)
    return status


cdef int deque_reversed(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return deque_iterator_new(vm, T_DEQUE_REVERSE_ITERATOR, as_deque(args[0]), out)


# type(iter(deque()))(deque, index=0): the items from the index on.
cdef int iterator_construct(VM* vm, int type, Value* args, Value* out) noexcept nogil:
    cdef int64_t passed = 0
    cdef int status
    if type_of(args[1]) != T_DEQUE:
        return raise_format(vm, E_TYPE_ERROR, "%s() argument 1 must be collections.deque, not %s",
                            "_deque_iterator" if type == T_DEQUE_ITERATOR else "_deque_reverse_iterator", type_name(args[1]), NULL)
    if args[2].tag != T_UNSET:
        status = places_argument(vm, args[2], &passed)
        if status != OK:
            return status
    if deque_iterator_new(vm, type, as_deque(args[1]), out) != OK:
        return ERROR
    if passed > 0:
        (<DequeIterator*>out[0].as_.block).remaining -= (
            passed if passed < as_deque(args[1]).length else as_deque(args[1]).length)
    return OK


cdef int forward_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return iterator_construct(vm, T_DEQUE_ITERATOR, args, out)


cdef int backward_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return iterator_construct(vm, T_DEQUE_REVERSE_ITERATOR, args, out)


cdef int deque_maxlen(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_int(as_deque(args[0]).bound - 1) if as_deque(args[0]).bound > 0 else value_none()
    return OK


cdef int always_deferred(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return DEFER


# --- for the prelude: what holds for a deque whatever its class defines -----------------------------------------------

cdef int deque_iterator(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return deque_iterator_new(vm, T_DEQUE_ITERATOR, as_deque(args[0]), out)


# _deque_changed(iterator): have items come or gone since the iteration began?
cdef int deque_changed(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef DequeIterator* iterator = <DequeIterator*>args[0].as_.block
    out[0] = value_bool(iterator.state != iterator.source.state)
    return OK


cdef int deque_delete(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_none()
    if not 0 <= args[1].as_.i < as_deque(args[0]).length:
        return raise_error(vm, E_INDEX_ERROR, "deque index out of range")
    return deque_remove_at(vm, as_deque(args[0]), args[1].as_.i)


cdef int deque_repeated(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef TypeRow* row = &types_pointer[T_DEQUE]
    return row.inplace(vm, BIN_MUL, args[0], args[1], out)


from libc.stdint cimport INT64_MAX
from libc.string cimport memmove
from monty._protocol cimport is_native_iterator, iterates_natively, value_iterate, value_next
from monty.objects.instance cimport plain_number


def register_class() -> None:
    """The class under its name in the module. To be called when the classes are made."""
    register_module_constant(b"collections", b"deque", value_immortal(&types_pointer[T_DEQUE].cls.head))


register_native(T_DEQUE, NATIVE_NEW, b"deque(cls, iterable=(), maxlen=None)", deque_construct, b"deque_construct")
register_native(T_DEQUE_ITERATOR, NATIVE_NEW, b"_deque_iterator(cls, deque, index=0, /)", forward_construct,
                b"deque_iterator_construct")
register_native(T_DEQUE_REVERSE_ITERATOR, NATIVE_NEW, b"_deque_reverse_iterator(cls, deque, index=0, /)",
                backward_construct, b"deque_iterator_construct")
register_native(T_DEQUE, NATIVE_METHOD, b"append(self, item, /)", deque_append, NULL)
register_native(T_DEQUE, NATIVE_METHOD, b"appendleft(self, item, /)", deque_append_left, NULL)
register_native(T_DEQUE, NATIVE_METHOD, b"pop(self, /)", deque_pop, NULL)
register_native(T_DEQUE, NATIVE_METHOD, b"popleft(self, /)", deque_pop_left, NULL)
register_native(T_DEQUE, NATIVE_METHOD, b"extend(self, iterable, /)", deque_method_extend, b"deque_extend")
register_native(T_DEQUE, NATIVE_METHOD, b"extendleft(self, iterable, /)", deque_extend_left, b"deque_extend_left")
register_native(T_DEQUE, NATIVE_METHOD, b"clear(self, /)", deque_method_clear, NULL)
register_native(T_DEQUE, NATIVE_METHOD, b"copy(self, /)", deque_method_copy, b"deque_copy")
register_native(T_DEQUE, NATIVE_METHOD, b"__copy__(self, /)", deque_method_copy, b"deque_copy")
register_native(T_DEQUE, NATIVE_METHOD, b"__reduce__(self, /)", always_deferred, b"deque_reduce")
register_native(T_DEQUE, NATIVE_METHOD, b"insert(self, index, value, /)", deque_insert, b"deque_insert")
register_native(T_DEQUE, NATIVE_METHOD, b"remove(self, value, /)", deque_remove, b"deque_remove")
register_native(T_DEQUE, NATIVE_METHOD, b"index(self, value, start=0, stop=9223372036854775807, /)", deque_index,
                b"deque_index")
register_native(T_DEQUE, NATIVE_METHOD, b"count(self, value, /)", deque_count, b"deque_count")
register_native(T_DEQUE, NATIVE_METHOD, b"reverse(self, /)", deque_reverse, NULL)
register_native(T_DEQUE, NATIVE_METHOD, b"rotate(self, n=1, /)", deque_method_rotate, b"deque_rotate")
register_native(T_DEQUE, NATIVE_METHOD, b"__reversed__(self, /)", deque_reversed, NULL)
register_native(T_DEQUE, NATIVE_GETTER, b"maxlen(self)", deque_maxlen, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_deque_reset(self, maxlen, /)", deque_reset, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_deque_append(self, item, /)", deque_append, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_deque_append_left(self, item, /)", deque_append_left, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_deque_iterator(self, /)", deque_iterator, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_deque_changed(iterator, /)", deque_changed, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_deque_delete(self, index, /)", deque_delete, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_deque_repeat(self, times, /)", deque_repeated, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_deque_maxlen(self, /)", deque_maxlen, NULL)
