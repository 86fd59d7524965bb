"""keys(), values() and items() of dicts. Keys and items behave as sets: they compare with sets and each other, and
their operators make new sets from any iterable."""

from libc.stdint cimport int64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_contains, value_equal, value_iterate, value_length, value_next, value_repr
from monty.objects.dict cimport *
from monty.objects.dict_iterators cimport dict_iterator_new
from monty.objects.mapping_proxy cimport mapping_proxy_new
from monty.objects.sequence cimport repr_enter, repr_leave
from monty.objects.set cimport *
from monty.objects.set_operations cimport *
from monty.objects.str cimport writer_ascii
from monty.objects.tuple cimport Tuple, tuple_items

cdef Value* VIEW_REPR = prelude_slot(b"dict_view_repr")
cdef Value* VIEW_EQUAL = prelude_slot(b"dict_view_equal")
cdef Value* VIEW_ORDER = prelude_slot(b"dict_view_order")
cdef Value* KEYS_CONTAINS = prelude_slot(b"dict_keys_contains")
cdef Value* ITEMS_CONTAINS = prelude_slot(b"dict_items_contains")
cdef Value* VIEW_AND = prelude_slot(b"dict_view_and")
cdef Value* VIEW_OR = prelude_slot(b"dict_view_or")
cdef Value* VIEW_XOR = prelude_slot(b"dict_view_xor")
cdef Value* VIEW_SUB = prelude_slot(b"dict_view_sub")


cdef inline Dict* dict_of(Value v) noexcept nogil:
    return (<DictView*>v.as_.block).dict


cdef inline bint is_set_view(Value v) noexcept nogil:
    cdef int type = type_of(v)
    return type == T_DICT_KEYS or type == T_DICT_ITEMS


cdef inline int deferred(VM* vm, int status, Value* slot) noexcept nogil:
    return defer_to(vm, slot) if status == DEFER else status


# --- life ------------------------------------------------------------------------------------------------------------

cdef int dict_view_new(VM* vm, Dict* d, int type, Value* out) noexcept nogil:
    cdef DictView* view = <DictView*>heap_alloc(vm, type, sizeof(DictView), True)
    if view == NULL:
        return ERROR
    d.head.refcount += 1
    view.dict = d
    out[0] = value_block(&view.head)
    return OK


cdef void view_free(VM* vm, Block* block) noexcept nogil:
    decref(vm, value_block(&(<DictView*>block).dict.head))


cdef void view_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    visit(&(<DictView*>block).dict.head, context)


# --- operations of the type rows -------------------------------------------------------------------------------------

cdef int view_length(VM* vm, Value v, int64_t* out) noexcept nogil:
    out[0] = dict_of(v).count
    return OK


cdef int view_iterate(VM* vm, Value v, Value* out) noexcept nogil:
    return dict_iterator_new(vm, dict_of(v), type_of(v) - T_DICT_KEYS + T_DICT_KEY_ITERATOR, out)


cdef int view_reversed(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return dict_iterator_new(vm, dict_of(args[0]), type_of(args[0]) - T_DICT_KEYS + T_DICT_REVERSE_KEY_ITERATOR, out)


cdef int write_view(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    cdef Value key, item
    cdef int64_t position = 0
    cdef bint first = True
    cdef int status = writer_ascii(writer, type_name(v), -1)
    if status == OK:
        status = writer_ascii(writer, "([", 2)
    while status == OK and dict_next(dict_of(v), &position, &key, &item):
        if poll(vm, 8) != OK or (not first and writer_ascii(writer, ", ", 2) != OK):
            return ERROR
        first = False
        if type_of(v) == T_DICT_ITEMS:
            status = writer_ascii(writer, "(", 1)
            if status == OK:
                status = value_repr(vm, key, writer, depth - 1)
            if status == OK:
                status = writer_ascii(writer, ", ", 2)
            if status == OK:
                status = value_repr(vm, item, writer, depth - 1)
            if status == OK:
                status = writer_ascii(writer, ")", 1)
        else:
            status = value_repr(vm, key if type_of(v) == T_DICT_KEYS else item, writer, depth - 1)
    if status == OK:
        status = writer_ascii(writer, "])", 2)
    return status


cdef int view_repr(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    cdef int status
    if depth <= 0:
        return defer_to(vm, VIEW_REPR)
    if not repr_enter(v):
        return writer_ascii(writer, "...", 3)
    status = write_view(vm, v, writer, depth)
    repr_leave(v)
    return deferred(vm, status, VIEW_REPR)


cdef int keys_contains(VM* vm, Value v, Value item, bint* out) noexcept nogil:
    cdef Value found
    cdef int status = dict_get(vm, dict_of(v), item, &found)
    if status == OK or status == EXHAUSTED:
        out[0] = status == OK
        return OK
    return deferred(vm, status, KEYS_CONTAINS)


cdef int items_contains(VM* vm, Value v, Value item, bint* out) noexcept nogil:
    cdef Value found
    cdef Value* pair
    cdef int status
    out[0] = False
    if type_of(item) != T_TUPLE or (<Tuple*>item.as_.block).length != 2:
        return OK
    pair = tuple_items(<Tuple*>item.as_.block)
    status = dict_get(vm, dict_of(v), pair[0], &found)
    if status == EXHAUSTED:
        return OK
    if status == OK:
        status = value_equal(vm, found, pair[1], NATIVE_DEPTH, out)
    return deferred(vm, status, ITEMS_CONTAINS)


# Are all of a's items in b? Both are sets or set-like views.
cdef int contained_in(VM* vm, Value a, Value b, bint* out) noexcept nogil:
    cdef KeyCursor cursor
    cdef Value key
    cdef bint found = True
    cdef int status = cursor_open(vm, &cursor, a)
    while status == OK:
        status = cursor_next_key(vm, &cursor, &key)
        if status == OK:
            status = value_contains(vm, b, key, &found)
            if status == OK and not found:
                status = EXHAUSTED
    cursor_close(vm, &cursor)
    out[0] = found
    return OK if status == EXHAUSTED else status


cdef int compare_views(VM* vm, Value a, Value b, int comparison, Value* slot, bint* out) noexcept nogil:
    cdef int64_t left, right
    cdef int status
    if not is_set_view(a) or not (is_set_view(b) or is_set(b)):
        return NOT_IMPLEMENTED
    left = dict_of(a).count
    status = value_length(vm, b, &right)
    if status != OK:
        return status
    out[0] = False
    if comparison == CMP_EQ:
        if left != right:
            return OK
        return deferred(vm, contained_in(vm, a, b, out), slot)
    if comparison == CMP_LT or comparison == CMP_LE:
        if left > right or (left == right and comparison == CMP_LT):
            return OK
        return deferred(vm, contained_in(vm, a, b, out), slot)
    if left < right or (left == right and comparison == CMP_GT):
        return OK
    return deferred(vm, contained_in(vm, b, a, out), slot)


cdef int view_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    return compare_views(vm, a, b, CMP_EQ, VIEW_EQUAL, out)


cdef int view_order(VM* vm, Value a, Value b, int comparison, int depth, bint* out) noexcept nogil:
    return compare_views(vm, a, b, comparison, VIEW_ORDER, out)


# --- operators -------------------------------------------------------------------------------------------------------

# A set of the view's items; of a keys view as of the dict itself.
cdef int set_of_view(VM* vm, Value v, Set** out) noexcept nogil:
    if type_of(v) == T_DICT_KEYS:
        return set_from(vm, T_SET, value_block(&dict_of(v).head), out)
    return set_from(vm, T_SET, v, out)


cdef int intersection(VM* vm, Value a, Value b, Set** out) noexcept nogil:
    cdef KeyCursor cursor
    cdef Value view = a
    cdef Value other = b
    cdef Value item
    cdef int64_t hash
    cdef Set* result
    cdef bint found
    cdef int status
    if not is_set_view(a):
        view = b
        other = a
    if type_of(other) == T_SET and dict_of(view).count <= (<Set*>other.as_.block).count:
        return set_intersection_with(vm, <Set*>other.as_.block, view, T_SET, out)
    if is_set_view(other) and dict_of(other).count > dict_of(view).count:
        view, other = other, view
    result = set_new(vm, T_SET)
    if result == NULL:
        return ERROR
    status = cursor_open(vm, &cursor, other)
    while status == OK:
        status = cursor_next_key(vm, &cursor, &item)
        if status == OK:
            status = value_contains(vm, view, item, &found)
            if status == OK and found:
                status = set_add(vm, result, item)
    cursor_close(vm, &cursor)
    if status != EXHAUSTED:
        set_drop(vm, result)
        return status
    out[0] = result
    return OK


cdef int view_binary(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    cdef Set* result = NULL
    cdef Value* slot
    cdef int status
    if operator == BIN_AND:
        slot = VIEW_AND
        status = intersection(vm, a, b, &result)
    elif operator == BIN_OR or operator == BIN_SUB or operator == BIN_XOR:
        if operator == BIN_XOR and type_of(a) == T_DICT_ITEMS and type_of(b) == T_DICT_ITEMS:
            # Made pair by pair by CPython, in another order than by sets.
            return defer_to(vm, VIEW_XOR)
        slot = VIEW_OR if operator == BIN_OR else (VIEW_SUB if operator == BIN_SUB else VIEW_XOR)
        if is_set_view(a):
            status = set_of_view(vm, a, &result)
        else:
            status = set_from(vm, T_SET, a, &result)
        if status == OK:
            if operator == BIN_OR:
                status = set_update_from(vm, result, b)
            elif operator == BIN_SUB:
                status = set_difference_update_from(vm, result, b)
            else:
                status = set_symmetric_difference_update_from(vm, result, b)
    else:
        return NOT_IMPLEMENTED
    if status != OK:
        set_drop(vm, result)
        return deferred(vm, status, slot)
    out[0] = value_block(&result.head)
    return OK


# --- methods ---------------------------------------------------------------------------------------------------------

cdef int view_isdisjoint(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef KeyCursor cursor
    cdef Value view = args[0]
    cdef Value other = args[1]
    cdef Value item
    cdef int64_t size
    cdef bint found = False
    cdef int status
    if view.as_.block == other.as_.block and is_set_view(other):
        out[0] = value_bool(dict_of(view).count == 0)
        return OK
    if is_set(other) or is_set_view(other):
        status = value_length(vm, other, &size)
        if status != OK:
            return status
        if size > dict_of(view).count:
            view, other = other, view
    status = cursor_open(vm, &cursor, other)
    while status == OK:
        status = cursor_next_key(vm, &cursor, &item)
        if status == OK:
            status = value_contains(vm, view, item, &found)
            if status == OK and found:
                status = EXHAUSTED
    cursor_close(vm, &cursor)
    if status != EXHAUSTED:
        return status
    out[0] = value_bool(not found)
    return OK


cdef int view_mapping(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return mapping_proxy_new(vm, dict_of(args[0]), out)


# --- registration ----------------------------------------------------------------------------------------------------

cdef void register_view(int type, const char* name, bint like_set) except *:
    cdef TypeRow* row = register_type(type, name)
    row.free = view_free
    row.traverse = view_traverse
    row.length = view_length
    row.iterate = view_iterate
    row.repr = view_repr
    if like_set:
        row.equal = view_equal
        row.order = view_order
        row.binary = view_binary
        row.contains = keys_contains if type == T_DICT_KEYS else items_contains
        register_native(type, NATIVE_METHOD, b"isdisjoint(self, other, /)", view_isdisjoint, b"dict_view_isdisjoint")
    else:
        row.hash_identity = True
    register_native(type, NATIVE_METHOD, b"__reversed__(self, /)", view_reversed, NULL)
    register_native(type, NATIVE_GETTER, b"mapping(self)", view_mapping, NULL)


register_view(T_DICT_KEYS, b"dict_keys", True)
register_view(T_DICT_VALUES, b"dict_values", False)
register_view(T_DICT_ITEMS, b"dict_items", True)
