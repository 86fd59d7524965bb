"""list: layout, life, growth, and the operations behind its operators and subscripts."""

from libc.stdint cimport INT64_MAX, int64_t
from libc.string cimport memcpy, memmove

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport is_native_iterator, iterated_type, iterates_natively, value_iterate, value_next
from monty.objects.deque cimport Deque, deque_items, T_DEQUE
from monty.objects.iterators cimport list_iterator_new
from monty.objects.range cimport Range
from monty.objects.sequence cimport (MAX_ITEMS, items_copy, items_copy_step, items_equal, items_find, items_order,
                                     items_repeat, items_repr, pay, repeat_count, repeated_length, repr_enter, repr_leave,
                                     subscript_index)
from monty.objects.set cimport Set, set_next
from monty.objects.slice cimport slice_resolve, slice_simple
from monty.objects.str cimport writer_ascii
from monty.objects.tuple cimport Tuple, tuple_items

cdef Value* LIST_EQUAL = prelude_slot(b"list_equal")
cdef Value* LIST_ORDER = prelude_slot(b"list_order")
cdef Value* LIST_REPR = prelude_slot(b"list_repr")
cdef Value* LIST_CONTAINS = prelude_slot(b"list_contains")
cdef Value* LIST_GET_ITEM = prelude_slot(b"list_get_item")
cdef Value* LIST_SET_ITEM = prelude_slot(b"list_set_item")
cdef Value* LIST_DELETE_ITEM = prelude_slot(b"list_delete_item")
cdef Value* LIST_INPLACE_ADD = prelude_slot(b"list_inplace_add")


# --- life ------------------------------------------------------------------------------------------------------------

cdef List* list_new(VM* vm, int64_t capacity) noexcept nogil:
    cdef List* lst = <List*>heap_alloc(vm, T_LIST, sizeof(List), True)
    if lst == NULL:
        return NULL
    lst.items = NULL
    lst.length = 0
    lst.capacity = 0
    if capacity > 0:
        if unlikely(capacity > MAX_ITEMS):
            raise_limit(vm, LIMIT_MEMORY)
        else:
            lst.items = <Value*>buffer_new(vm, <size_t>capacity * sizeof(Value))
        if lst.items == NULL:
            decref(vm, value_block(&lst.head))
            return NULL
        lst.capacity = capacity
    return lst


cdef List* list_take(VM* vm, Value* items, int64_t count) noexcept nogil:
    cdef List* lst = list_new(vm, count)
    if lst != NULL and count > 0:
        memcpy(lst.items, items, <size_t>count * sizeof(Value))
        lst.length = count
    return lst


cdef List* list_copy(VM* vm, Value* items, int64_t count) noexcept nogil:
    cdef List* lst = list_new(vm, count)
    if lst != NULL:
        items_copy(lst.items, items, count)
        lst.length = count
    return lst


cdef void list_free(VM* vm, Block* block) noexcept nogil:
    list_clear(vm, <List*>block)


cdef void list_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef List* lst = <List*>block
    cdef int64_t i
    for i in range(lst.length):
        if lst.items[i].tag & COUNTED:
            visit(lst.items[i].as_.block, context)


cdef void list_clear(VM* vm, List* lst) noexcept nogil:
    cdef Value* items = lst.items
    cdef int64_t length = lst.length
    cdef int64_t i
    if items == NULL:
        return
    lst.items = NULL
    lst.length = 0
    lst.capacity = 0
    for i in range(length):
        decref(vm, items[i])
    buffer_free(vm, items)


cdef List* list_detach(VM* vm, List* lst) noexcept nogil:
    cdef List* held = list_new(vm, 0)
    if held == NULL:
        return NULL
    held.items = lst.items
    held.length = lst.length
    held.capacity = lst.capacity
    lst.items = NULL
    lst.length = 0
    lst.capacity = -1
    return held


cdef bint list_attach(VM* vm, List* lst, List* held) noexcept nogil:
    cdef bint changed = lst.capacity != -1
    list_clear(vm, lst)
    lst.items = held.items
    lst.length = held.length
    lst.capacity = held.capacity
    held.items = NULL
    held.length = 0
    held.capacity = 0
    return changed


# --- growth ----------------------------------------------------------------------------------------------------------

# Make the buffer hold `capacity` items. OK, or ERROR with the limit set and nothing changed.
cdef int list_set_capacity(VM* vm, List* lst, int64_t capacity) noexcept nogil:
    cdef Value* items
    if capacity > MAX_ITEMS:
        return raise_limit(vm, LIMIT_MEMORY)
    items = <Value*>buffer_resize(vm, lst.items, <size_t>capacity * sizeof(Value))
    if items == NULL:
        return ERROR
    lst.items = items
    lst.capacity = capacity
    return OK


# The capacity for a list that has grown to `length`: an eighth more, so that appending costs constant time.
cdef inline int64_t grown_capacity(int64_t length) noexcept nogil:
    return (length + (length >> 3) + 6) & ~<int64_t>3


cdef int list_reserve(VM* vm, List* lst, int64_t more) noexcept nogil:
    cdef int64_t wanted
    if add_overflow(lst.length, more, &wanted):
        return raise_limit(vm, LIMIT_MEMORY)
    if more <= 0 or wanted <= lst.capacity:
        return OK
    # A list that gets all its items at once gets exactly the room for them.
    return list_set_capacity(vm, lst, wanted if lst.length == 0 else grown_capacity(wanted))


cdef int list_append_slow(VM* vm, List* lst, Value value) noexcept nogil:
    if list_set_capacity(vm, lst, grown_capacity(lst.length + 1)) != OK:
        decref(vm, value)
        return ERROR
    lst.items[lst.length] = value
    lst.length += 1
    return OK


# Give memory back when a list has shrunk to less than half of its buffer. OK, or ERROR when a limit ends the run.
cdef int list_shrink(VM* vm, List* lst) noexcept nogil:
    if lst.length >= lst.capacity >> 1 or lst.capacity * <int64_t>sizeof(Value) <= SMALL_MAX:
        return OK
    if lst.length == 0:
        list_clear(vm, lst)
        return OK
    return list_set_capacity(vm, lst, grown_capacity(lst.length))


cdef int list_extend_range(VM* vm, List* lst, Range* source) noexcept nogil:
    cdef int64_t length = source.length.as_.i
    cdef int64_t current = source.start.as_.i
    cdef int64_t step = source.step.as_.i
    cdef int64_t i = 0
    cdef int64_t stop
    cdef Value* target
    if list_reserve(vm, lst, length) != OK:
        return ERROR
    while i < length:
        stop = i + 1024 if length - i > 1024 else length
        target = lst.items + lst.length
        lst.length += stop - i
        while i < stop:
            target[0] = value_int(current)
            target += 1
            current += step
            i += 1
        if poll(vm, 1024) != OK:
            return ERROR
    return OK


cdef int list_extend_items(VM* vm, List* lst, Value* items, int64_t count) noexcept nogil:
    if list_reserve(vm, lst, count) != OK:
        return ERROR
    items_copy(lst.items + lst.length, items, count)
    lst.length += count
    return poll(vm, count >> 1)


cdef int list_extend_set(VM* vm, List* lst, Set* source) noexcept nogil:
    cdef int64_t position = 0
    cdef Value* target
    if list_reserve(vm, lst, source.count) != OK:
        return ERROR
    target = lst.items + lst.length
    while set_next(source, &position, target):
        incref(target[0])
        target += 1
    lst.length += source.count
    return poll(vm, source.mask)


cdef int list_extend(VM* vm, List* lst, Value iterable) noexcept nogil:
    cdef int type = iterated_type(iterable)
    cdef List* other
    cdef int64_t length = 0
    cdef Value iterator, item
    cdef int status
    if type == T_LIST:
        other = <List*>iterable.as_.block
        length = other.length
        if length == 0:
            return OK
        if list_reserve(vm, lst, length) != OK:
            return ERROR
        # Read `items` only now: the list may extend itself.
        return list_extend_items(vm, lst, other.items, length)
    if type == T_TUPLE:
        return list_extend_items(vm, lst, tuple_items(<Tuple*>iterable.as_.block), (<Tuple*>iterable.as_.block).length)
    if type == T_DEQUE:
        return list_extend_items(vm, lst, deque_items(<Deque*>iterable.as_.block), (<Deque*>iterable.as_.block).length)
    if type == T_SET or type == T_FROZENSET:
        return list_extend_set(vm, lst, <Set*>iterable.as_.block)
    if type == T_RANGE:
        if (<Range*>iterable.as_.block).small:
            return list_extend_range(vm, lst, <Range*>iterable.as_.block)
        if (<Range*>iterable.as_.block).length.tag != T_INT:
            return raise_limit(vm, LIMIT_MEMORY)
    if not iterates_natively(iterable) and not is_native_iterator(iterable):
        return DEFER
    if value_iterate(vm, iterable, &iterator) != OK:
        return ERROR
    if row_of(iterable).length != NULL and row_of(iterable).length(vm, iterable, &length) == OK:
        if list_reserve(vm, lst, length) != OK:
            decref(vm, iterator)
            return ERROR
    while True:
        status = value_next(vm, iterator, &item)
        if status != OK:
            break
        if list_append(vm, lst, item) != OK or poll(vm, 4) != OK:
            status = ERROR
            break
    decref(vm, iterator)
    return OK if status == EXHAUSTED else status


cdef int list_replace(VM* vm, List* lst, int64_t start, int64_t stop, Value* values, int64_t count) noexcept nogil:
    cdef int64_t removed = stop - start
    cdef int64_t tail = lst.length - stop
    cdef int64_t i
    if count > removed and list_reserve(vm, lst, count - removed) != OK:
        return ERROR
    # Releasing values runs no sandboxed code and allocates nothing: nobody sees the list before it is whole again.
    for i in range(start, stop):
        decref(vm, lst.items[i])
    if count != removed and tail > 0:
        memmove(lst.items + start + count, lst.items + stop, <size_t>tail * sizeof(Value))
    if count > 0:
        memcpy(lst.items + start, values, <size_t>count * sizeof(Value))
    lst.length += count - removed
    return OK


# --- protocol --------------------------------------------------------------------------------------------------------

cdef inline List* as_list(Value v) noexcept nogil:
    return <List*>v.as_.block


cdef int list_length(VM* vm, Value v, int64_t* out) noexcept nogil:
    out[0] = as_list(v).length
    return OK


cdef int list_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    cdef int status
    if type_of(a) != T_LIST or type_of(b) != T_LIST:
        return NOT_IMPLEMENTED
    if depth <= 0:
        return defer_to(vm, LIST_EQUAL)
    status = items_equal(vm, as_list(a).items, as_list(a).length, as_list(b).items, as_list(b).length, depth - 1, out)
    return defer_to(vm, LIST_EQUAL) if status == DEFER else status


cdef int list_order(VM* vm, Value a, Value b, int comparison, int depth, bint* out) noexcept nogil:
    cdef int status
    if type_of(a) != T_LIST or type_of(b) != T_LIST:
        return NOT_IMPLEMENTED
    if depth <= 0:
        return defer_to(vm, LIST_ORDER)
    status = items_order(vm, as_list(a).items, as_list(a).length, as_list(b).items, as_list(b).length, comparison,
                         depth - 1, out)
    return defer_to(vm, LIST_ORDER) if status == DEFER else status


cdef int list_repr(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    cdef List* lst = as_list(v)
    cdef int status
    if lst.length == 0:
        return writer_ascii(writer, "[]", 2)
    if depth <= 0:
        return defer_to(vm, LIST_REPR)
    if not repr_enter(v):
        return writer_ascii(writer, "[...]", 5)
    status = writer_ascii(writer, "[", 1)
    if status == OK:
        status = items_repr(vm, lst.items, lst.length, writer, depth - 1)
    repr_leave(v)
    if status == DEFER:
        return defer_to(vm, LIST_REPR)
    if status == OK:
        status = writer_ascii(writer, "]", 1)
    return status


cdef int list_slice(VM* vm, List* lst, int64_t start, int64_t step, int64_t length, Value* out) noexcept nogil:
    cdef List* result = list_new(vm, length)
    if result == NULL:
        return ERROR
    # An empty list may have no items to point into.
    if length > 0:
        if step == 1:
            items_copy(result.items, lst.items + start, length)
        else:
            items_copy_step(result.items, lst.items + start, length, step)
        result.length = length
    out[0] = value_block(&result.head)
    return OK


cdef int list_binary(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    cdef List* result
    cdef List* source
    cdef int64_t times = 0
    cdef int64_t length = 0
    cdef int64_t done
    cdef int status
    if operator == BIN_ADD:
        if type_of(a) != T_LIST or type_of(b) != T_LIST:
            return NOT_IMPLEMENTED
        result = list_new(vm, as_list(a).length + as_list(b).length)
        if result == NULL:
            return ERROR
        items_copy(result.items, as_list(a).items, as_list(a).length)
        items_copy(result.items + as_list(a).length, as_list(b).items, as_list(b).length)
        result.length = as_list(a).length + as_list(b).length
        out[0] = value_block(&result.head)
        return pay(vm, out, result.length >> 2)
    if operator == BIN_MUL:
        source = as_list(a if type_of(a) == T_LIST else b)
        status = repeat_count(vm, b if type_of(a) == T_LIST else a, &times)
        if status != OK:
            return status
        if repeated_length(vm, source.length, times, &length) != OK:
            return ERROR
        result = list_new(vm, length)
        if result == NULL:
            return ERROR
        if length > 0:
            status = items_repeat(vm, result.items, source.items, source.length, times, &done)
            result.length = done
            if status != OK:
                decref(vm, value_block(&result.head))
                return ERROR
        out[0] = value_block(&result.head)
        return OK
    return NOT_IMPLEMENTED


cdef int list_inplace(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    cdef List* lst = as_list(a)
    cdef int64_t times = 0
    cdef int64_t length = 0
    cdef int64_t old_length = lst.length
    cdef int64_t done
    cdef int status
    if operator == BIN_ADD:
        status = list_extend(vm, lst, b)
        if status == DEFER:
            return defer_to(vm, LIST_INPLACE_ADD)
        if status != OK:
            return status
    elif operator == BIN_MUL:
        status = repeat_count(vm, b, &times)
        if status != OK:
            return status
        if times <= 0:
            list_clear(vm, lst)
        elif times > 1 and old_length > 0:
            if repeated_length(vm, old_length, times, &length) != OK or list_reserve(vm, lst, length - old_length) != OK:
                return ERROR
            status = items_repeat(vm, lst.items + old_length, lst.items, old_length, times - 1, &done)
            lst.length += done
            if status != OK:
                return ERROR
    else:
        return NOT_IMPLEMENTED
    out[0] = value_copy(a)
    return OK


cdef int list_get_item(VM* vm, Value v, Value key, Value* out) noexcept nogil:
    cdef List* lst = as_list(v)
    cdef int64_t index = 0
    cdef int64_t start, stop, step, length
    cdef int status
    if type_of(key) == T_SLICE:
        if slice_simple(key, lst.length, &start, &stop):
            length = stop - start if stop > start else 0
            if list_slice(vm, lst, start, 1, length, out) != OK:
                return ERROR
            return pay(vm, out, length >> 2)
        status = slice_resolve(vm, key, lst.length, &start, &stop, &step, &length)
        if status == DEFER:
            return defer_to(vm, LIST_GET_ITEM)
        if status != OK or list_slice(vm, lst, start, step, length, out) != OK:
            return ERROR
        return pay(vm, out, length >> 2)
    status = subscript_index(vm, key, "list", &index)
    if status == DEFER:
        return defer_to(vm, LIST_GET_ITEM)
    if status != OK:
        return status
    if index < 0:
        index += lst.length
    if index < 0 or index >= lst.length:
        return raise_error(vm, E_INDEX_ERROR, "list index out of range")
    out[0] = value_copy(lst.items[index])
    return OK


# list[start:stop] = a tuple, or another list.
cdef int list_replace_copy(VM* vm, List* lst, int64_t start, int64_t stop, Value source) noexcept nogil:
    cdef Value* items
    cdef int64_t count, i
    if type_of(source) == T_TUPLE:
        items = tuple_items(<Tuple*>source.as_.block)
        count = (<Tuple*>source.as_.block).length
    else:
        items = as_list(source).items
        count = as_list(source).length
    for i in range(count):
        incref(items[i])
    if list_replace(vm, lst, start, stop, items, count) != OK:
        for i in range(count):
            decref(vm, items[i])
        return ERROR
    return list_changed(vm, lst, lst.length - start)


# list[slice] = value. OK, ERROR, DEFER with nothing changed.
cdef int list_set_slice(VM* vm, List* lst, Value key, Value value) noexcept nogil:
    cdef int64_t start, stop, step, length
    cdef int64_t i
    cdef int64_t position
    cdef List* values
    cdef int status
    if slice_simple(key, lst.length, &start, &stop):
        step = 1
        length = 0
    else:
        status = slice_resolve(vm, key, lst.length, &start, &stop, &step, &length)
        if status != OK:
            return status
    if step == 1 and (iterated_type(value) == T_TUPLE or (iterated_type(value) == T_LIST and as_list(value) != lst)):
        return list_replace_copy(vm, lst, start, stop if stop > start else start, value)
    values = list_new(vm, 0)
    if values == NULL:
        return ERROR
    status = list_extend(vm, values, value)
    if status == OK:
        if step == 1:
            if stop < start:
                stop = start
            status = list_replace(vm, lst, start, stop, values.items, values.length)
            if status == OK:
                length = values.length
                values.length = 0
                status = list_changed(vm, lst, lst.length - start)
        elif values.length != length:
            status = raise_format_int(vm, E_VALUE_ERROR,
                                      "attempt to assign sequence of size %lld to extended slice of size %lld",
                                      values.length, length)
        else:
            # Swap: the list of values takes away what stood there.
            position = start
            for i in range(length):
                swap_items(&lst.items[position], &values.items[i])
                position += step
    decref(vm, value_block(&values.head))
    return status


cdef inline void swap_items(Value* a, Value* b) noexcept nogil:
    cdef Value held = a[0]
    a[0] = b[0]
    b[0] = held


cdef int list_set_item(VM* vm, Value v, Value key, Value value) noexcept nogil:
    cdef List* lst = as_list(v)
    cdef int64_t index = 0
    cdef int status
    if type_of(key) == T_SLICE:
        status = list_set_slice(vm, lst, key, value)
        return defer_to(vm, LIST_SET_ITEM) if status == DEFER else status
    status = subscript_index(vm, key, "list", &index)
    if status == DEFER:
        return defer_to(vm, LIST_SET_ITEM)
    if status != OK:
        return status
    if index < 0:
        index += lst.length
    if index < 0 or index >= lst.length:
        return raise_error(vm, E_INDEX_ERROR, "list assignment index out of range")
    value_store(vm, &lst.items[index], value_copy(value))
    return OK


# Pay for a change that touched so many items, and give back room that is no longer used.
cdef inline int list_changed(VM* vm, List* lst, int64_t touched) noexcept nogil:
    if list_shrink(vm, lst) != OK:
        return ERROR
    return poll(vm, 1 + (touched >> 3))


# del list[start::step], `length` items.
cdef int list_delete_step(VM* vm, List* lst, int64_t start, int64_t step, int64_t length) noexcept nogil:
    cdef int64_t i, target, source, stop
    if step < 0:
        start += step * (length - 1)
        step = -step
    target = start
    source = start
    for i in range(length):
        decref(vm, lst.items[source])
        source += 1
        # close the gap with what stands between this item and the next one that goes
        stop = source + step - 1 if i < length - 1 else lst.length
        if stop > source:
            memmove(lst.items + target, lst.items + source, <size_t>(stop - source) * sizeof(Value))
            target += stop - source
            source = stop
    lst.length -= length
    return list_changed(vm, lst, lst.length + 4 * length)


cdef int list_delete_item(VM* vm, Value v, Value key) noexcept nogil:
    cdef List* lst = as_list(v)
    cdef int64_t index = 0
    cdef int64_t start, stop, step, length
    cdef int status
    if type_of(key) == T_SLICE:
        status = slice_resolve(vm, key, lst.length, &start, &stop, &step, &length)
        if status == DEFER:
            return defer_to(vm, LIST_DELETE_ITEM)
        if status != OK or length == 0:
            return status
        if step == 1:
            list_replace(vm, lst, start, stop, NULL, 0)
            return list_changed(vm, lst, lst.length - start + 4 * length)
        return list_delete_step(vm, lst, start, step, length)
    status = subscript_index(vm, key, "list", &index)
    if status == DEFER:
        return defer_to(vm, LIST_DELETE_ITEM)
    if status != OK:
        return status
    if index < 0:
        index += lst.length
    if index < 0 or index >= lst.length:
        return raise_error(vm, E_INDEX_ERROR, "list assignment index out of range")
    list_replace(vm, lst, index, index + 1, NULL, 0)
    return list_changed(vm, lst, lst.length - index)


cdef int list_contains(VM* vm, Value container, Value item, bint* out) noexcept nogil:
    cdef int64_t where = -1
    cdef int status = items_find(vm, as_list(container).items, 0, as_list(container).length, item, &where)
    if status == DEFER:
        return defer_to(vm, LIST_CONTAINS)
    out[0] = where >= 0
    return status


cdef int list_iterate(VM* vm, Value v, Value* out) noexcept nogil:
    return list_iterator_new(vm, as_list(v), out)


cdef TypeRow* row = register_type(T_LIST, b"list")
row.free = list_free
row.traverse = list_traverse
row.length = list_length
row.equal = list_equal
row.order = list_order
row.repr = list_repr
row.binary = list_binary
row.inplace = list_inplace
row.get_item = list_get_item
row.set_item = list_set_item
row.delete_item = list_delete_item
row.contains = list_contains
row.iterate = list_iterate
