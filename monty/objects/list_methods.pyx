"""The methods of list."""

from libc.stdint cimport int64_t
from libc.string cimport memmove

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_index, value_repr, value_truth
from monty.objects.iterators cimport list_reverse_iterator_new
from monty.objects.list cimport (List, list_append, list_attach, list_clear, list_copy, list_detach, list_extend,
                                 list_new, list_replace, list_reserve, list_shrink)
from monty.objects.sequence cimport host_minor, items_count, items_find, pay, search_bounds
from monty.objects.sort cimport sort_direction, sort_items
from monty.objects.str cimport writer_ascii, writer_discard, writer_finish, writer_init


cdef inline List* as_list(Value v) noexcept nogil:
    return <List*>v.as_.block


# A position argument (of pop and insert). OK, ERROR, DEFER.
cdef int position_argument(VM* vm, Value v, int64_t* out) noexcept nogil:
    if type_of(v) == T_LONG:
        return raise_error(vm, E_OVERFLOW_ERROR, "Python int too large to convert to C ssize_t")
    return value_index(vm, v, E_OVERFLOW_ERROR, out)


# list(iterable). Iterators that work natively are used up here; everything else is for the prelude.
cdef int list_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef List* lst = list_new(vm, 0)
    cdef int status
    if lst == NULL:
        return ERROR
    if args[1].tag != T_UNSET:
        status = list_extend(vm, lst, args[1])
        if status != OK:
            decref(vm, value_block(&lst.head))
            return status
    out[0] = value_block(&lst.head)
    return OK


cdef int list_method_append(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_none()
    return list_append(vm, as_list(args[0]), value_copy(args[1]))


cdef int list_method_extend(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int status = list_extend(vm, as_list(args[0]), args[1])
    if status == OK:
        out[0] = value_none()
    return status


cdef int list_insert(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef List* lst = as_list(args[0])
    cdef int64_t position = 0
    cdef int status = position_argument(vm, args[1], &position)
    if status != OK:
        return status
    if list_reserve(vm, lst, 1) != OK:
        return ERROR
    if position < 0:
        position += lst.length
        if position < 0:
            position = 0
    if position > lst.length:
        position = lst.length
    memmove(lst.items + position + 1, lst.items + position, <size_t>(lst.length - position) * sizeof(Value))
    lst.items[position] = value_copy(args[2])
    lst.length += 1
    out[0] = value_none()
    return poll(vm, (lst.length - position) >> 4)


cdef int list_pop(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef List* lst = as_list(args[0])
    cdef int64_t position = -1
    cdef int status
    if args[1].tag != T_UNSET:
        status = position_argument(vm, args[1], &position)
        if status != OK:
            return status
    if lst.length == 0:
        return raise_error(vm, E_INDEX_ERROR, "pop from empty list")
    if position < 0:
        position += lst.length
    if position < 0 or position >= lst.length:
        return raise_error(vm, E_INDEX_ERROR, "pop index out of range")
    out[0] = lst.items[position]
    lst.length -= 1
    if position < lst.length:
        memmove(lst.items + position, lst.items + position + 1, <size_t>(lst.length - position) * sizeof(Value))
    if lst.length < lst.capacity >> 1 and list_shrink(vm, lst) != OK:
        decref(vm, out[0])
        return ERROR
    return OK if position == lst.length else pay(vm, out, (lst.length - position) >> 4)


cdef int list_remove(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef List* lst = as_list(args[0])
    cdef int64_t where = -1
    cdef int status = items_find(vm, lst.items, 0, lst.length, args[1], &where)
    if status != OK:
        return status
    if where < 0:
        return raise_error(vm, E_VALUE_ERROR, "list.remove(x): x not in list")
    list_replace(vm, lst, where, where + 1, NULL, 0)
    out[0] = value_none()
    return list_shrink(vm, lst)


cdef int list_method_clear(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    list_clear(vm, as_list(args[0]))
    out[0] = value_none()
    return OK


cdef int list_method_copy(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef List* result = list_copy(vm, as_list(args[0]).items, as_list(args[0]).length)
    if result == NULL:
        return ERROR
    out[0] = value_block(&result.head)
    return pay(vm, out, result.length >> 2)


cdef int list_index(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef List* lst = as_list(args[0])
    cdef int64_t start = 0
    cdef int64_t stop = 0
    cdef int64_t where = -1
    cdef Writer writer
    cdef Value message
    cdef int status = search_bounds(vm, args[2], args[3], lst.length, &start, &stop)
    if status == OK:
        status = items_find(vm, lst.items, start, stop if stop < lst.length else lst.length, args[1], &where)
    if status != OK:
        return status
    if where >= 0:
        out[0] = value_int(where)
        return OK
    writer_init(&writer, vm)
    status = value_repr(vm, args[1], &writer, NATIVE_DEPTH)
    if status == OK:
        status = writer_ascii(&writer, " is not in list", -1)
    if status != OK:
        writer_discard(&writer)
        return status
    if writer_finish(&writer, &message) != OK:
        return ERROR
    return raise_value(vm, E_VALUE_ERROR, message)


cdef int list_count(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t found = 0
    cdef int status = items_count(vm, as_list(args[0]).items, as_list(args[0]).length, args[1], &found)
    if status == OK:
        out[0] = value_int(found)
    return status


cdef void reverse_values(Value* items, int64_t count) noexcept nogil:
    cdef Value* first = items
    cdef Value* last = items + count - 1
    cdef Value held
    while first < last:
        held = first[0]
        first[0] = last[0]
        last[0] = held
        first += 1
        last -= 1


cdef int list_reverse(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if as_list(args[0]).length > 1:
        reverse_values(as_list(args[0]).items, as_list(args[0]).length)
    out[0] = value_none()
    return poll(vm, as_list(args[0]).length >> 2)


cdef int list_reversed(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return list_reverse_iterator_new(vm, as_list(args[0]), out)


# --- sorting ---------------------------------------------------------------------------------------------------------

cdef int list_sort(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef List* lst = as_list(args[0])
    cdef bint reverse = False
    cdef int status
    if args[1].tag != T_UNSET and args[1].tag != T_NONE:
        return DEFER
    status = sort_direction(vm, args[2], &reverse)
    if status == OK:
        status = sort_items(vm, lst.items, lst.items, lst.length, reverse)
    if status == OK:
        out[0] = value_none()
    return status


# sorted(iterable) for what can be listed and compared without sandboxed code.
cdef int builtin_sorted(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef List* lst
    cdef bint reverse = False
    cdef int type = type_of(args[0])
    cdef int status
    if args[1].tag != T_UNSET and args[1].tag != T_NONE:
        return DEFER
    # An iterator cannot be asked twice, should a comparison turn out to need sandboxed code.
    if row_of(args[0]).next != NULL:
        return DEFER
    status = sort_direction(vm, args[2], &reverse)
    if status != OK:
        return status
    lst = list_new(vm, 0)
    if lst == NULL:
        return ERROR
    status = list_extend(vm, lst, args[0])
    if status == OK:
        status = sort_items(vm, lst.items, lst.items, lst.length, reverse)
    if status != OK:
        decref(vm, value_block(&lst.head))
        return status
    out[0] = value_block(&lst.head)
    return OK


# _sort_with_keys(items, keys, reverse): sort a list by another one of the same length.
cdef int sort_with_keys(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef List* items = as_list(args[0])
    cdef List* keys = as_list(args[1])
    cdef bint reverse = False
    cdef int status
    if type_of(args[0]) != T_LIST or type_of(args[1]) != T_LIST or items.length != keys.length:
        return raise_error(vm, E_SYSTEM_ERROR, "bad argument to internal function")
    status = value_truth(vm, args[2], &reverse)
    if status == OK:
        status = sort_items(vm, items.items, keys.items, items.length, reverse)
    if status == OK:
        out[0] = value_none()
    return status


# _list_detach(lst), _list_attach(lst, items): as the functions of objects/list.
cdef int detach_items(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef List* held
    if type_of(args[0]) != T_LIST:
        return raise_error(vm, E_SYSTEM_ERROR, "bad argument to internal function")
    held = list_detach(vm, as_list(args[0]))
    if held == NULL:
        return ERROR
    out[0] = value_block(&held.head)
    return OK


cdef int attach_items(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if type_of(args[0]) != T_LIST or type_of(args[1]) != T_LIST:
        return raise_error(vm, E_SYSTEM_ERROR, "bad argument to internal function")
    out[0] = value_bool(list_attach(vm, as_list(args[0]), as_list(args[1])))
    return OK


register_native(T_LIST, NATIVE_NEW, b"list(cls, iterable=(), /)", list_construct, b"list_construct")
register_native(T_LIST, NATIVE_METHOD, b"append(self, object, /)", list_method_append, NULL)
register_native(T_LIST, NATIVE_METHOD, b"extend(self, iterable, /)", list_method_extend, b"list_extend")
register_native(T_LIST, NATIVE_METHOD, b"insert(self, index, object, /)", list_insert, b"list_insert")
register_native(T_LIST, NATIVE_METHOD, b"pop(self, index=-1, /)", list_pop, b"list_pop")
register_native(T_LIST, NATIVE_METHOD, b"remove(self, value, /)", list_remove, b"list_remove")
register_native(T_LIST, NATIVE_METHOD, b"clear(self, /)", list_method_clear, NULL)
register_native(T_LIST, NATIVE_METHOD, b"copy(self, /)", list_method_copy, NULL)
register_native(T_LIST, NATIVE_METHOD, b"index(self, value, start=0, stop=9223372036854775807, /)", list_index,
                b"list_index")
register_native(T_LIST, NATIVE_METHOD, b"count(self, value, /)", list_count, b"list_count")
register_native(T_LIST, NATIVE_METHOD, b"reverse(self, /)", list_reverse, NULL)
register_native(T_LIST, NATIVE_METHOD, b"sort(self, /, *, key=None, reverse=False)", list_sort, b"list_sort")
register_native(T_LIST, NATIVE_METHOD, b"__reversed__(self, /)", list_reversed, NULL)
register_native(-1, NATIVE_FUNCTION, b"sorted(iterable, /, *, key=None, reverse=False)", builtin_sorted,
                b"builtin_sorted")
register_native(-1, NATIVE_INTRINSIC, b"_sort_with_keys(items, keys, reverse, /)", sort_with_keys,
                b"sort_with_keys")
register_native(-1, NATIVE_INTRINSIC, b"_list_detach(items, /)", detach_items, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_list_attach(items, detached, /)", attach_items, NULL)
