"""What the library's deque does at its ends: natives that know how its instances are laid out.

The values of an instance's first slots are the number of the first item's place, the list of items, and the maxlen or
None. What stands before the first place is None.
"""

from libc.stdint cimport int64_t
from libc.string cimport memmove

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.list cimport List, list_append, list_reserve, list_shrink

cdef enum:
    HEAD = 0                # slots stand in alphabetical order
    ITEMS = 1
    MAXLEN = 2
    SLOTS = 3
    KEPT = 64               # popped places that are kept in front of the items whatever their number


# The slots of a deque. NULL, with an error set, for anything else.
cdef Value* deque_slots(VM* vm, Value v) noexcept nogil:
    cdef Attributes* attributes
    cdef List* items
    if v.tag == (T_INSTANCE | COUNTED | SUBCLASSED):
        attributes = &(<Instance*>v.as_.block).attributes
        if attributes.count >= SLOTS and attributes.values[ITEMS].tag == (T_LIST | COUNTED) and (
                attributes.values[HEAD].tag == T_INT):
            items = <List*>attributes.values[ITEMS].as_.block
            if 0 <= attributes.values[HEAD].as_.i <= items.length:
                return attributes.values
    raise_format(vm, E_TYPE_ERROR, "a deque is required, not '%s'", type_name(v), NULL, NULL)
    return NULL


# Is the deque as long as it may get?
cdef inline bint is_full(Value* slots) noexcept nogil:
    return slots[MAXLEN].tag == T_INT and (
        (<List*>slots[ITEMS].as_.block).length - slots[HEAD].as_.i >= slots[MAXLEN].as_.i)


# Take the leftmost item, which there is, out into `out`. OK, or ERROR when a limit ends the run.
cdef int take_left(VM* vm, Value* slots, Value* out) noexcept nogil:
    cdef List* items = <List*>slots[ITEMS].as_.block
    cdef int64_t head = slots[HEAD].as_.i
    cdef Value item = items.items[head]
    items.items[head] = value_none()
    head += 1
    if head > KEPT and head > items.length >> 1:
        # As many items as stay have been taken since the last time: the moving is paid for.
        items.length -= head
        memmove(items.items, items.items + head, <size_t>items.length * sizeof(Value))
        slots[HEAD].as_.i = 0
        if poll(vm, items.length >> 2) != OK or list_shrink(vm, items) != OK:
            decref(vm, item)
            return ERROR
    else:
        slots[HEAD].as_.i = head
    out[0] = item
    return OK


cdef int deque_append(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value* slots = deque_slots(vm, args[0])
    cdef Value item
    if slots == NULL:
        return ERROR
    out[0] = value_none()
    if is_full(slots):
        if slots[MAXLEN].as_.i == 0:
            return OK
        if take_left(vm, slots, &item) != OK:
            return ERROR
        decref(vm, item)
    return list_append(vm, <List*>slots[ITEMS].as_.block, value_copy(args[1]))


cdef int deque_append_left(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value* slots = deque_slots(vm, args[0])
    cdef List* items
    cdef Value item
    cdef int64_t i, room
    if slots == NULL:
        return ERROR
    items = <List*>slots[ITEMS].as_.block
    if is_full(slots):
        out[0] = value_none()
        if slots[MAXLEN].as_.i == 0:
            return OK
        items.length -= 1
        item = items.items[items.length]
        decref(vm, item)
    if slots[HEAD].as_.i == 0:
        # As much room as there are items: so the moving is paid for.
        room = items.length + 8
        if list_reserve(vm, items, room) != OK or poll(vm, room >> 1) != OK:
            return ERROR
        memmove(items.items + room, items.items, <size_t>items.length * sizeof(Value))
        for i in range(room):
            items.items[i] = value_none()
        items.length += room
        slots[HEAD].as_.i = room
    slots[HEAD].as_.i -= 1
    items.items[slots[HEAD].as_.i] = value_copy(args[1])
    out[0] = value_none()
    return OK


cdef int deque_pop(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value* slots = deque_slots(vm, args[0])
    cdef List* items
    cdef Value item
    if slots == NULL:
        return ERROR
    items = <List*>slots[ITEMS].as_.block
    if items.length == slots[HEAD].as_.i:
        return raise_error(vm, E_INDEX_ERROR, "pop from an empty deque")
    items.length -= 1
    item = items.items[items.length]
    if items.length == slots[HEAD].as_.i:
        items.length = 0
        slots[HEAD].as_.i = 0
    if list_shrink(vm, items) != OK:
        decref(vm, item)
        return ERROR
    out[0] = item
    return OK


cdef int deque_pop_left(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value* slots = deque_slots(vm, args[0])
    if slots == NULL:
        return ERROR
    if (<List*>slots[ITEMS].as_.block).length == slots[HEAD].as_.i:
        return raise_error(vm, E_INDEX_ERROR, "pop from an empty deque")
    return take_left(vm, slots, out)


cdef void reverse_items(Value* items, int64_t count) noexcept nogil:
    cdef int64_t i
    cdef Value item
    for i in range(count >> 1):
        item = items[i]
        items[i] = items[count - 1 - i]
        items[count - 1 - i] = item


# _deque_rotate(self, n): n steps to the right, of an n that is smaller than the length and not negative.
cdef int deque_rotate(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value* slots = deque_slots(vm, args[0])
    cdef Value* items
    cdef int64_t length, n
    if slots == NULL:
        return ERROR
    length = (<List*>slots[ITEMS].as_.block).length - slots[HEAD].as_.i
    items = (<List*>slots[ITEMS].as_.block).items + slots[HEAD].as_.i
    n = args[1].as_.i if args[1].tag == T_INT else 0
    out[0] = value_none()
    if not 0 < n < length:
        return OK
    if poll(vm, 2 * length) != OK:
        return ERROR
    reverse_items(items, length)
    reverse_items(items, n)
    reverse_items(items + n, length - n)
    return OK


register_native(-1, NATIVE_INTRINSIC, b"_deque_append(self, item, /)", deque_append, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_deque_append_left(self, item, /)", deque_append_left, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_deque_pop(self, /)", deque_pop, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_deque_pop_left(self, /)", deque_pop_left, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_deque_rotate(self, n, /)", deque_rotate, NULL)
