"""deque: layout, life, growth at both ends, and the operations behind its operators and subscripts."""

import collections

from libc.stdint cimport int64_t
from libc.string cimport memcpy, memmove

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport is_native_iterator, iterates_natively, value_index, value_iterate, value_next
from monty.objects.sequence cimport (MAX_ITEMS, items_copy, items_equal, items_find, items_order, items_repeat, items_repr,
                                     repeat_count, repeated_length, repr_enter, repr_leave)
from monty.objects.int cimport int_write
from monty.objects.str cimport writer_ascii, writer_str
from monty.objects.type cimport class_of

cdef Value* DEQUE_EQUAL = prelude_slot(b"deque_equal")
cdef Value* DEQUE_ORDER = prelude_slot(b"deque_order")
cdef Value* DEQUE_REPR = prelude_slot(b"deque_repr")
cdef Value* DEQUE_CONTAINS = prelude_slot(b"deque_contains")
cdef Value* DEQUE_GET_ITEM = prelude_slot(b"deque_get_item")
cdef Value* DEQUE_SET_ITEM = prelude_slot(b"deque_set_item")
cdef Value* DEQUE_DELETE_ITEM = prelude_slot(b"deque_delete_item")
cdef Value* DEQUE_ADD = prelude_slot(b"deque_add")
cdef Value* DEQUE_MULTIPLY = prelude_slot(b"deque_multiply")
cdef Value* DEQUE_INPLACE_ADD = prelude_slot(b"deque_inplace_add")

cdef enum:
    KEPT = 64               # places that a deque which has become shorter keeps


# --- life ------------------------------------------------------------------------------------------------------------

cdef Deque* deque_new(VM* vm, int64_t maxlen) noexcept nogil:
    cdef Deque* d = <Deque*>heap_alloc(vm, T_DEQUE, sizeof(Deque), True)
    if d == NULL:
        return NULL
    d.items = NULL
    d.capacity = 0
    d.first = 0
    d.length = 0
    d.bound = maxlen + 1
    d.state = 0
    return d


cdef void deque_free(VM* vm, Block* block) noexcept nogil:
    deque_clear(vm, <Deque*>block)


cdef void deque_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef Deque* d = <Deque*>block
    cdef Value* items = deque_items(d)
    cdef int64_t i
    for i in range(d.length):
        if items[i].tag & COUNTED:
            visit(items[i].as_.block, context)


cdef size_t deque_size(Block* block) noexcept nogil:
    return sizeof(Deque)


cdef void deque_clear(VM* vm, Deque* d) noexcept nogil:
    cdef Value* buffer = d.items
    cdef Value* items = deque_items(d)
    cdef int64_t length = d.length
    cdef int64_t i
    if buffer == NULL:
        return
    d.items = NULL
    d.capacity = 0
    d.first = 0
    d.length = 0
    d.state += 1
    for i in range(length):
        decref(vm, items[i])
    buffer_free(vm, buffer)


cdef Deque* deque_copy(VM* vm, Deque* source) noexcept nogil:
    cdef Deque* d = deque_new(vm, source.bound - 1)
    if d != NULL and deque_set_capacity(vm, d, source.length) != OK:
        decref(vm, value_block(&d.head))
        return NULL
    if d != NULL and source.length > 0:
        items_copy(d.items, deque_items(source), source.length)
        d.length = source.length
    return d


# --- growth ----------------------------------------------------------------------------------------------------------

# Make the buffer, which is not to become shorter than the items reach, hold `capacity` items. OK, or ERROR with the limit
# set and nothing changed.
cdef int deque_set_capacity(VM* vm, Deque* d, int64_t capacity) noexcept nogil:
    cdef Value* items
    if capacity == d.capacity:
        return OK
    if capacity > MAX_ITEMS:
        return raise_limit(vm, LIMIT_MEMORY)
    items = <Value*>buffer_resize(vm, d.items, <size_t>capacity * sizeof(Value))
    if items == NULL:
        return ERROR
    d.items = items
    d.capacity = capacity
    return OK


# Move all items so that they begin at another place of the buffer.
cdef inline void deque_slide(Deque* d, int64_t first) noexcept nogil:
    memmove(d.items + first, deque_items(d), <size_t>d.length * sizeof(Value))
    d.first = first


cdef inline int64_t grown_capacity(int64_t length) noexcept nogil:
    return (length + (length >> 1) + 8) & ~<int64_t>3


# Where at most half of the places are taken the items move to the middle: as many more have come and gone since the last
# time that this costs each of them little. A buffer that is fuller grows by half.
cdef int deque_make_room_right(VM* vm, Deque* d) noexcept nogil:
    if d.first + d.length < d.capacity:
        return OK
    if d.length <= d.capacity >> 1 and d.capacity > 0:
        deque_slide(d, (d.capacity - d.length) >> 1)
        return poll(vm, d.length >> 2)
    return deque_set_capacity(vm, d, grown_capacity(d.capacity))


cdef int deque_make_room_left(VM* vm, Deque* d) noexcept nogil:
    cdef int64_t old = d.capacity
    if d.first > 0:
        return OK
    if d.length > d.capacity >> 1 or d.capacity < 2:
        if deque_set_capacity(vm, d, grown_capacity(d.capacity)) != OK:
            return ERROR
        deque_slide(d, d.capacity - old)
    else:
        deque_slide(d, (d.capacity - d.length + 1) >> 1)
    return poll(vm, d.length >> 2)


# Make room for `more` items on the right. OK or ERROR.
cdef int deque_reserve(VM* vm, Deque* d, int64_t more) noexcept nogil:
    cdef int64_t wanted
    if add_overflow(d.first + d.length, more, &wanted):
        return raise_limit(vm, LIMIT_MEMORY)
    if wanted <= d.capacity:
        return OK
    return deque_set_capacity(vm, d, wanted if d.length == 0 else grown_capacity(wanted))


# Give memory back when a deque takes less than an eighth of its buffer. OK, or ERROR when a limit ends the run.
cdef inline int deque_shrink(VM* vm, Deque* d) noexcept nogil:
    if d.length >= d.capacity >> 3 or d.capacity <= KEPT:
        return OK
    deque_slide(d, 0)
    if deque_set_capacity(vm, d, grown_capacity(2 * d.length)) != OK:
        return ERROR
    deque_slide(d, (d.capacity - d.length) >> 1)
    return poll(vm, d.length >> 1)


cdef int deque_add_right(VM* vm, Deque* d, Value item) noexcept nogil:
    cdef Value gone
    gone.tag = T_UNSET
    if unlikely(d.length + 1 == d.bound):
        if d.bound == 1:
            decref(vm, item)
            return OK
        gone = deque_items(d)[0]
        d.first += 1
        d.length -= 1
    if unlikely(d.first + d.length == d.capacity):
        if deque_make_room_right(vm, d) != OK:
            decref(vm, item)
            decref(vm, gone)
            return ERROR
    d.items[d.first + d.length] = item
    d.length += 1
    d.state += 1
    decref(vm, gone)
    return OK


cdef int deque_add_left(VM* vm, Deque* d, Value item) noexcept nogil:
    cdef Value gone
    gone.tag = T_UNSET
    if unlikely(d.length + 1 == d.bound):
        if d.bound == 1:
            decref(vm, item)
            return OK
        d.length -= 1
        gone = deque_items(d)[d.length]
    if unlikely(d.first == 0):
        if deque_make_room_left(vm, d) != OK:
            decref(vm, item)
            decref(vm, gone)
            return ERROR
    d.first -= 1
    d.items[d.first] = item
    d.length += 1
    d.state += 1
    decref(vm, gone)
    return OK


cdef int deque_take_right(VM* vm, Deque* d, Value* out) noexcept nogil:
    cdef Value item
    d.length -= 1
    d.state += 1
    item = deque_items(d)[d.length]
    if unlikely(d.length < d.capacity >> 3) and deque_shrink(vm, d) != OK:
        decref(vm, item)
        return ERROR
    out[0] = item
    return OK


cdef int deque_take_left(VM* vm, Deque* d, Value* out) noexcept nogil:
    cdef Value item = deque_items(d)[0]
    d.length -= 1
    d.first += 1
    d.state += 1
    if unlikely(d.length < d.capacity >> 3) and deque_shrink(vm, d) != OK:
        decref(vm, item)
        return ERROR
    out[0] = item
    return OK


# Add an array of values at the right end, copying references; `source` may be the deque's own.
cdef int deque_extend_items(VM* vm, Deque* d, Deque* own, Value* source, int64_t count) noexcept nogil:
    cdef int64_t kept = d.bound - 1
    if count == 0:
        return OK
    d.state += 1
    if d.bound > 0:
        # Only the last ones stay.
        if count > kept:
            source += count - kept
            count = kept
        while d.length + count > kept and own == NULL:
            d.length -= 1
            d.first += 1
            decref(vm, d.items[d.first - 1])
    if deque_reserve(vm, d, count) != OK:
        return ERROR
    items_copy(d.items + d.first + d.length, source if own == NULL else deque_items(own), count)
    d.length += count
    return poll(vm, count >> 1)


cdef int deque_extend(VM* vm, Deque* d, Value iterable) noexcept nogil:
    cdef int type = iterated_type(iterable)
    cdef Value iterator, item
    cdef int status
    if type == T_DEQUE and iterable.as_.block == &d.head:
        if d.bound > 0:
            # As often as there are items: the first one goes, and comes again.
            d.state += 1
            return OK if d.length + 1 == d.bound else deque_extend_self(vm, d)
        return deque_extend_items(vm, d, d, NULL, d.length)
    if type == T_DEQUE:
        return deque_extend_items(vm, d, NULL, deque_items(<Deque*>iterable.as_.block), (<Deque*>iterable.as_.block).length)
    if type == T_LIST:
        return deque_extend_items(vm, d, NULL, (<List*>iterable.as_.block).items, (<List*>iterable.as_.block).length)
    if type == T_TUPLE:
        return deque_extend_items(vm, d, NULL, tuple_items(<Tuple*>iterable.as_.block), (<Tuple*>iterable.as_.block).length)
    if not iterates_natively(iterable) and not is_native_iterator(iterable):
        return DEFER
    if value_iterate(vm, iterable, &iterator) != OK:
        return ERROR
    while True:
        status = value_next(vm, iterator, &item)
        if status != OK:
            break
        if deque_add_right(vm, d, item) != OK or poll(vm, 4) != OK:
            status = ERROR
            break
    decref(vm, iterator)
    return OK if status == EXHAUSTED else status


# d.extend(d) where there is a maxlen.
cdef int deque_extend_self(VM* vm, Deque* d) noexcept nogil:
    cdef Deque* held = deque_copy(vm, d)
    cdef int status
    if held == NULL:
        return ERROR
    status = deque_extend_items(vm, d, NULL, deque_items(held), held.length)
    decref(vm, value_block(&held.head))
    return status


cdef int deque_remove_at(VM* vm, Deque* d, int64_t index) noexcept nogil:
    cdef Value* items = deque_items(d)
    cdef Value item = items[index]
    # The shorter side moves.
    if index < d.length >> 1:
        memmove(items + 1, items, <size_t>index * sizeof(Value))
        d.first += 1
    else:
        memmove(items + index, items + index + 1, <size_t>(d.length - 1 - index) * sizeof(Value))
    d.length -= 1
    d.state += 1
    decref(vm, item)
    if deque_shrink(vm, d) != OK:
        return ERROR
    return poll(vm, 1 + (d.length >> 3))


cdef int deque_rotate(VM* vm, Deque* d, int64_t n) noexcept nogil:
    cdef Value* items
    cdef int64_t i
    if d.length < 2:
        return OK
    n %= d.length
    if n < 0:
        n += d.length
    d.state += 1
    # n steps to the right, or the steps that are missing for a whole round to the left
    if n <= d.length >> 1:
        for i in range(n):
            if unlikely(d.first == 0) and deque_make_room_left(vm, d) != OK:
                return ERROR
            d.first -= 1
            d.items[d.first] = d.items[d.first + d.length]
        return poll(vm, n >> 1)
    n = d.length - n
    for i in range(n):
        if unlikely(d.first + d.length == d.capacity) and deque_make_room_right(vm, d) != OK:
            return ERROR
        d.items[d.first + d.length] = d.items[d.first]
        d.first += 1
    return poll(vm, n >> 1)


# --- iteration -------------------------------------------------------------------------------------------------------

cdef int deque_iterator_new(VM* vm, int type, Deque* source, Value* out) noexcept nogil:
    cdef DequeIterator* iterator = <DequeIterator*>heap_alloc(vm, type, sizeof(DequeIterator), True)
    if iterator == NULL:
        return ERROR
    source.head.refcount += 1
    iterator.source = source
    iterator.remaining = source.length
    iterator.state = source.state
    out[0] = value_block(&iterator.head)
    return OK


cdef void deque_iterator_free(VM* vm, Block* block) noexcept nogil:
    cdef Deque* source = (<DequeIterator*>block).source
    if source != NULL:
        (<DequeIterator*>block).source = NULL
        decref(vm, value_block(&source.head))


cdef void deque_iterator_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    if (<DequeIterator*>block).source != NULL:
        visit(&(<DequeIterator*>block).source.head, context)


cdef int raise_mutated(VM* vm, DequeIterator* iterator) noexcept nogil:
    iterator.remaining = 0
    return raise_error(vm, E_RUNTIME_ERROR, "deque mutated during iteration")


cdef int deque_iterator_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef DequeIterator* iterator = <DequeIterator*>v.as_.block
    cdef Deque* d = iterator.source
    if unlikely(iterator.state != d.state):
        return raise_mutated(vm, iterator)
    if iterator.remaining == 0:
        return EXHAUSTED
    out[0] = value_copy(d.items[d.first + d.length - iterator.remaining])
    iterator.remaining -= 1
    return OK


cdef int deque_reverse_iterator_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef DequeIterator* iterator = <DequeIterator*>v.as_.block
    cdef Deque* d = iterator.source
    if iterator.remaining == 0:
        return EXHAUSTED
    if unlikely(iterator.state != d.state):
        return raise_mutated(vm, iterator)
    iterator.remaining -= 1
    out[0] = value_copy(d.items[d.first + iterator.remaining])
    return OK


cdef int deque_iterator_length_hint(VM* vm, Value v, int64_t* out) noexcept nogil:
    out[0] = (<DequeIterator*>v.as_.block).remaining
    return OK


cdef int deque_iterate(VM* vm, Value v, Value* out) noexcept nogil:
    return deque_iterator_new(vm, T_DEQUE_ITERATOR, as_deque(v), out)


# --- protocol --------------------------------------------------------------------------------------------------------

cdef inline Deque* as_deque(Value v) noexcept nogil:
    return <Deque*>v.as_.block


cdef int deque_length(VM* vm, Value v, int64_t* out) noexcept nogil:
    out[0] = as_deque(v).length
    return OK


cdef int deque_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    cdef int status
    if type_of(a) != T_DEQUE or type_of(b) != T_DEQUE:
        return NOT_IMPLEMENTED
    if depth <= 0 or not iterates_natively(a) or not iterates_natively(b):
        return defer_to(vm, DEQUE_EQUAL)
    status = items_equal(vm, deque_items(as_deque(a)), as_deque(a).length, deque_items(as_deque(b)), as_deque(b).length,
                         depth - 1, out)
    return defer_to(vm, DEQUE_EQUAL) if status == DEFER else status


cdef int deque_order(VM* vm, Value a, Value b, int comparison, int depth, bint* out) noexcept nogil:
    cdef int status
    if type_of(a) != T_DEQUE or type_of(b) != T_DEQUE:
        return NOT_IMPLEMENTED
    if depth <= 0 or not iterates_natively(a) or not iterates_natively(b):
        return defer_to(vm, DEQUE_ORDER)
    status = items_order(vm, deque_items(as_deque(a)), as_deque(a).length, deque_items(as_deque(b)), as_deque(b).length,
                         comparison, depth - 1, out)
    return defer_to(vm, DEQUE_ORDER) if status == DEFER else status


cdef int deque_repr(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    cdef Deque* d = as_deque(v)
    cdef int status
    if depth <= 0 or not iterates_natively(v):
        return defer_to(vm, DEQUE_REPR)
    if not repr_enter(v):
        return writer_ascii(writer, "[...]", 5)
    status = writer_str(writer, <Str*>class_of(v).name.as_.block)
    if status == OK:
        status = writer_ascii(writer, "([", 2)
    if status == OK:
        status = items_repr(vm, deque_items(d), d.length, writer, depth - 1)
    repr_leave(v)
    if status == DEFER:
        return defer_to(vm, DEQUE_REPR)
    if status == OK:
        status = writer_ascii(writer, "]", 1)
    if status == OK and d.bound > 0:
        status = writer_ascii(writer, ", maxlen=", 9)
        if status == OK:
            status = int_write(writer, value_int(d.bound - 1), 10, False)
    return writer_ascii(writer, ")", 1) if status == OK else status


# A deque of `length` items that are those of `source` again and again, the last ones if a maxlen cuts it short: into `d`,
# whose items are the source's. OK or ERROR.
cdef int deque_repeat(VM* vm, Deque* d, int64_t times) noexcept nogil:
    cdef int64_t kept = d.bound - 1
    cdef int64_t old = d.length
    cdef int64_t length = 0
    cdef int64_t done
    cdef int status
    if times <= 0 or old == 0:
        deque_clear(vm, d)
        return OK
    if d.bound > 0 and times > kept // old + 1:
        times = kept // old + 1
    if times == 1:
        return OK
    d.state += 1
    if repeated_length(vm, old, times, &length) != OK or deque_reserve(vm, d, length - old) != OK:
        return ERROR
    status = items_repeat(vm, deque_items(d) + old, deque_items(d), old, times - 1, &done)
    d.length += done
    while d.bound > 0 and d.length > kept:
        d.length -= 1
        d.first += 1
        decref(vm, d.items[d.first - 1])
    return status


cdef int deque_binary(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    cdef Value source = a if type_of(a) == T_DEQUE else b
    cdef Deque* result
    cdef int64_t times = 0
    cdef int status
    if operator == BIN_ADD:
        if type_of(a) != T_DEQUE or type_of(b) != T_DEQUE:
            return NOT_IMPLEMENTED
        if a.tag & SUBCLASSED or not iterates_natively(b):
            return defer_to(vm, DEQUE_ADD)
    elif operator == BIN_MUL:
        status = repeat_count(vm, b if type_of(a) == T_DEQUE else a, &times)
        if status != OK:
            return status
        if source.tag & SUBCLASSED:
            return defer_to(vm, DEQUE_MULTIPLY)
    else:
        return NOT_IMPLEMENTED
    result = deque_copy(vm, as_deque(source))
    if result == NULL:
        return ERROR
    status = deque_extend(vm, result, b) if operator == BIN_ADD else deque_repeat(vm, result, times)
    if status != OK:
        decref(vm, value_block(&result.head))
        return status
    out[0] = value_block(&result.head)
    return OK


cdef int deque_inplace(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    cdef int64_t times = 0
    cdef int status
    if operator == BIN_ADD:
        status = deque_extend(vm, as_deque(a), b)
        if status == DEFER:
            return defer_to(vm, DEQUE_INPLACE_ADD)
    elif operator == BIN_MUL:
        status = repeat_count(vm, b, &times)
        if status == OK:
            status = deque_repeat(vm, as_deque(a), times)
    else:
        return NOT_IMPLEMENTED
    if status == OK:
        out[0] = value_copy(a)
    return status


# The place of the item that a subscript names. OK, ERROR, DEFER.
cdef int deque_subscript(VM* vm, Deque* d, Value key, int64_t* out) noexcept nogil:
    cdef int64_t index = 0
    cdef int status
    if key.tag == T_INT:
        index = key.as_.i
    elif key.tag & SUBCLASSED:
        return DEFER
    elif type_of(key) != T_BOOL and type_of(key) != T_LONG:
        return raise_format(vm, E_TYPE_ERROR, "sequence index must be integer, not '%s'", type_name(key), NULL, NULL)
    else:
        status = value_index(vm, key, E_INDEX_ERROR, &index)
        if status != OK:
            return status
    if index < 0:
        index += d.length
    if not 0 <= index < d.length:
        return raise_error(vm, E_INDEX_ERROR, "deque index out of range")
    out[0] = index
    return OK


cdef int deque_get_item(VM* vm, Value v, Value key, Value* out) noexcept nogil:
    cdef int64_t index
    cdef int status = deque_subscript(vm, as_deque(v), key, &index)
    if status == OK:
        out[0] = value_copy(deque_items(as_deque(v))[index])
    return defer_to(vm, DEQUE_GET_ITEM) if status == DEFER else status


cdef int deque_set_item(VM* vm, Value v, Value key, Value value) noexcept nogil:
    cdef int64_t index
    cdef int status = deque_subscript(vm, as_deque(v), key, &index)
    if status == OK:
        value_store(vm, deque_items(as_deque(v)) + index, value_copy(value))
    return defer_to(vm, DEQUE_SET_ITEM) if status == DEFER else status


cdef int deque_delete_item(VM* vm, Value v, Value key) noexcept nogil:
    cdef int64_t index
    cdef int status = deque_subscript(vm, as_deque(v), key, &index)
    if status == OK:
        return deque_remove_at(vm, as_deque(v), index)
    return defer_to(vm, DEQUE_DELETE_ITEM) if status == DEFER else status


cdef int deque_contains(VM* vm, Value container, Value item, bint* out) noexcept nogil:
    cdef Deque* d = as_deque(container)
    cdef int64_t where = -1
    cdef int status = items_find(vm, deque_items(d), 0, d.length, item, &where)
    if status == DEFER:
        return defer_to(vm, DEQUE_CONTAINS)
    out[0] = where >= 0
    return status


from monty._protocol cimport iterated_type
from monty.objects.list cimport List
from monty.objects.tuple cimport Tuple, tuple_items

cdef TypeRow* row = register_type(T_DEQUE, b"collections.deque")
row.free = deque_free
row.traverse = deque_traverse
row.size = deque_size
row.length = deque_length
row.equal = deque_equal
row.order = deque_order
row.repr = deque_repr
row.binary = deque_binary
row.inplace = deque_inplace
row.get_item = deque_get_item
row.set_item = deque_set_item
row.delete_item = deque_delete_item
row.contains = deque_contains
row.iterate = deque_iterate

# Versions of CPython differ in the module that they name.
cdef bytes FORWARD_NAME = f'{type(iter(collections.deque())).__module__}._deque_iterator'.encode()
cdef bytes BACKWARD_NAME = f'{type(reversed(collections.deque())).__module__}._deque_reverse_iterator'.encode()

row = register_type(T_DEQUE_ITERATOR, FORWARD_NAME)
row.free = deque_iterator_free
row.traverse = deque_iterator_traverse
row.next = deque_iterator_next
row.length_hint = deque_iterator_length_hint
row.hash_identity = True

row = register_type(T_DEQUE_REVERSE_ITERATOR, BACKWARD_NAME)
row.free = deque_iterator_free
row.traverse = deque_iterator_traverse
row.next = deque_reverse_iterator_next
row.length_hint = deque_iterator_length_hint
row.hash_identity = True
