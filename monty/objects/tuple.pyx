"""tuple: layout, life, protocol, methods."""

from libc.stdint cimport int64_t, uint64_t
from libc.stdlib cimport abort, calloc
from libc.string cimport memcpy

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport iterated_type, iterates_natively, value_equal, value_hash, value_length
from monty.objects.iterators cimport tuple_iterator_new
from monty.objects.list cimport List, list_extend, list_new
from monty.objects.sequence cimport (MAX_ITEMS, items_copy, items_copy_step, items_count, items_equal, items_find,
                                     items_order, items_repeat, items_repr, pay, repeat_count, repeated_length, repr_enter,
                                     repr_leave, search_bounds, subscript_index, tuple_hash_add, tuple_hash_finish,
                                     tuple_hash_start)
from monty.objects.range cimport slice_resolve
from monty._protocol cimport value_repr
from monty.objects.str cimport str_equal, str_static, writer_ascii
from monty.objects.str_builder cimport writer_str

cdef Value* TUPLE_EQUAL = prelude_slot(b"tuple_equal")
cdef Value* TUPLE_ORDER = prelude_slot(b"tuple_order")
cdef Value* TUPLE_HASH = prelude_slot(b"tuple_hash")
cdef Value* TUPLE_REPR = prelude_slot(b"tuple_repr")
cdef Value* TUPLE_GET_ITEM = prelude_slot(b"tuple_get_item")
cdef Value* TUPLE_CONTAINS = prelude_slot(b"tuple_contains")


# --- life ------------------------------------------------------------------------------------------------------------

cdef Tuple* make_empty() noexcept:
    cdef Tuple* t = <Tuple*>calloc(1, sizeof(Tuple))
    if t == NULL:
        abort()
    t.head.refcount = 1
    t.head.type = T_TUPLE
    return t

# The one empty tuple of the process: immortal, shared by all sandboxes.
cdef Tuple* EMPTY = make_empty()


cdef Value tuple_empty() noexcept nogil:
    return value_immortal(&EMPTY.head)


cdef Value tuple_static_named(const char* name, list names, Value* items) except *:
    cdef int64_t count = len(names)
    cdef Tuple* t = <Tuple*>calloc(1, sizeof(Tuple) + <size_t>count * sizeof(Value) + sizeof(TupleFields*))
    cdef TupleFields* fields = <TupleFields*>calloc(1, sizeof(TupleFields))
    cdef int64_t i
    if t == NULL or fields == NULL:
        raise MemoryError
    fields.name = name
    fields.names = <Str**>calloc(<size_t>count, sizeof(Str*))
    if fields.names == NULL:
        raise MemoryError
    t.head.refcount = 1
    t.head.type = T_TUPLE
    t.head.flags = TUPLE_NAMED
    t.length = count
    for i in range(count):
        fields.names[i] = str_static((<str>names[i]).encode())
        tuple_items(t)[i] = items[i]
    (<TupleFields**>(tuple_items(t) + count))[0] = fields
    return value_immortal(&t.head)


# New block whose items the caller fills before anything else is allocated; NULL with the limit set.
cdef inline Tuple* tuple_alloc(VM* vm, int64_t length) noexcept nogil:
    cdef Tuple* t
    if unlikely(length > MAX_ITEMS):
        raise_limit(vm, LIMIT_MEMORY)
        return NULL
    t = <Tuple*>heap_alloc(vm, T_TUPLE, sizeof(Tuple) + <size_t>length * sizeof(Value), True)
    if t != NULL:
        t.length = length
        t.hash = 0
    return t


cdef Tuple* tuple_new(VM* vm, int64_t length) noexcept nogil:
    cdef Tuple* t = tuple_alloc(vm, length)
    cdef int64_t i
    if t != NULL:
        for i in range(length):
            tuple_items(t)[i] = value_unset()
    return t


cdef Tuple* tuple_take(VM* vm, Value* items, int64_t count) noexcept nogil:
    cdef Tuple* t = tuple_alloc(vm, count)
    cdef int64_t i
    if t != NULL:
        for i in range(count):
            tuple_items(t)[i] = items[i]
    return t


cdef Tuple* tuple_copy(VM* vm, Value* items, int64_t count) noexcept nogil:
    cdef Tuple* t = tuple_alloc(vm, count)
    if t != NULL:
        items_copy(tuple_items(t), items, count)
    return t


# As tuple_copy, into `out`; the empty tuple is shared.
cdef int tuple_answer(VM* vm, Value* items, int64_t count, Value* out) noexcept nogil:
    cdef Tuple* t
    if count == 0:
        out[0] = tuple_empty()
        return OK
    t = tuple_copy(vm, items, count)
    if t == NULL:
        return ERROR
    out[0] = value_block(&t.head)
    return pay(vm, out, count >> 2)


cdef void tuple_free(VM* vm, Block* block) noexcept nogil:
    cdef Tuple* t = <Tuple*>block
    cdef int64_t i
    for i in range(t.length):
        decref(vm, tuple_items(t)[i])


cdef void tuple_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef Tuple* t = <Tuple*>block
    cdef int64_t i
    for i in range(t.length):
        if tuple_items(t)[i].tag & COUNTED:
            visit(tuple_items(t)[i].as_.block, context)


# --- protocol --------------------------------------------------------------------------------------------------------

cdef inline Tuple* as_tuple(Value v) noexcept nogil:
    return <Tuple*>v.as_.block


cdef int tuple_length(VM* vm, Value v, int64_t* out) noexcept nogil:
    out[0] = as_tuple(v).length
    return OK


cdef int tuple_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    cdef int status
    if type_of(a) != T_TUPLE or type_of(b) != T_TUPLE:
        return NOT_IMPLEMENTED
    if depth <= 0:
        return defer_to(vm, TUPLE_EQUAL)
    status = items_equal(vm, tuple_items(as_tuple(a)), as_tuple(a).length, tuple_items(as_tuple(b)),
                         as_tuple(b).length, depth - 1, out)
    return defer_to(vm, TUPLE_EQUAL) if status == DEFER else status


cdef int tuple_order(VM* vm, Value a, Value b, int comparison, int depth, bint* out) noexcept nogil:
    cdef int status
    if type_of(a) != T_TUPLE or type_of(b) != T_TUPLE:
        return NOT_IMPLEMENTED
    if depth <= 0:
        return defer_to(vm, TUPLE_ORDER)
    status = items_order(vm, tuple_items(as_tuple(a)), as_tuple(a).length, tuple_items(as_tuple(b)),
                         as_tuple(b).length, comparison, depth - 1, out)
    return defer_to(vm, TUPLE_ORDER) if status == DEFER else status


# Will the item always have the hash it has now? That of an instance may follow from attributes that change.
cdef inline bint has_lasting_hash(Value v) noexcept nogil:
    cdef int type = v.tag & EXACT_MASK
    if type == T_TUPLE:
        return not v.tag & COUNTED or as_tuple(v).hash != 0
    if v.tag == (T_TUPLE | COUNTED | SUBCLASSED) and row_of(v).hash == tuple_hash:
        return as_tuple(v).hash != 0
    return type < T_TUPLE or type == T_FROZENSET or type == T_FUNCTION or type == T_NATIVE or type == T_TYPE or (
        v.tag & SUBCLASSED and row_of(v).hash_identity)


cdef int tuple_hash(VM* vm, Value v, int depth, int64_t* out) noexcept nogil:
    cdef Tuple* t = as_tuple(v)
    cdef Value* items = tuple_items(t)
    cdef uint64_t state = tuple_hash_start()
    cdef int64_t item_hash = 0
    cdef int64_t i
    cdef int status
    cdef bint lasting = True
    if tuple_quick_hash(v, out):
        return OK
    if depth <= 0:
        return defer_to(vm, TUPLE_HASH)
    for i in range(t.length):
        status = value_hash(vm, items[i], depth - 1, &item_hash)
        if status == DEFER:
            return defer_to(vm, TUPLE_HASH)
        if status != OK or poll(vm, 1) != OK:
            return ERROR
        state = tuple_hash_add(state, item_hash)
        lasting = lasting and has_lasting_hash(items[i])
    out[0] = tuple_hash_finish(state, t.length)
    if lasting and v.tag & COUNTED:
        t.hash = out[0]
    return OK


cdef inline TupleFields* tuple_fields(Tuple* t) noexcept nogil:
    return (<TupleFields**>(tuple_items(t) + t.length))[0] if t.head.flags & TUPLE_NAMED else NULL


cdef int tuple_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef TupleFields* fields = tuple_fields(as_tuple(v))
    cdef int64_t i
    if fields != NULL:
        for i in range(as_tuple(v).length):
            if str_equal(fields.names[i], name):
                out[0] = tuple_items(as_tuple(v))[i]
                return OK
    return NOT_IMPLEMENTED


# name(field=item, ...): the items are immediates and strings, whose repr never defers.
cdef int tuple_named_repr(VM* vm, Tuple* t, TupleFields* fields, Writer* writer) noexcept nogil:
    cdef int64_t i
    if writer_ascii(writer, fields.name, -1) != OK:
        return ERROR
    for i in range(t.length):
        if (writer_ascii(writer, ", " if i > 0 else "(", -1) != OK or writer_str(writer, fields.names[i]) != OK
                or writer_ascii(writer, "=", 1) != OK
                or value_repr(vm, tuple_items(t)[i], writer, NATIVE_DEPTH) != OK):
            return ERROR
    return writer_ascii(writer, ")", 1)


cdef int tuple_repr(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    cdef Tuple* t = as_tuple(v)
    cdef int status
    if unlikely(t.head.flags & TUPLE_NAMED):
        return tuple_named_repr(vm, t, tuple_fields(t), writer)
    if t.length == 0:
        return writer_ascii(writer, "()", 2)
    if depth <= 0:
        return defer_to(vm, TUPLE_REPR)
    if not repr_enter(v):
        return writer_ascii(writer, "(...)", 5)
    status = writer_ascii(writer, "(", 1)
    if status == OK:
        status = items_repr(vm, tuple_items(t), t.length, writer, depth - 1)
    repr_leave(v)
    if status == DEFER:
        return defer_to(vm, TUPLE_REPR)
    if status == OK:
        status = writer_ascii(writer, ",)" if t.length == 1 else ")", -1)
    return status


cdef int tuple_binary(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    cdef Tuple* result
    cdef Value source
    cdef int64_t times = 0
    cdef int64_t length = 0
    cdef int64_t done
    cdef int status
    if operator == BIN_ADD:
        if type_of(a) != T_TUPLE or type_of(b) != T_TUPLE:
            return NOT_IMPLEMENTED
        if as_tuple(a).length + as_tuple(b).length == 0:
            out[0] = tuple_empty()
            return OK
        if as_tuple(a).length == 0 and exact_type(b) == T_TUPLE:
            out[0] = value_copy(b)
            return OK
        if as_tuple(b).length == 0 and exact_type(a) == T_TUPLE:
            out[0] = value_copy(a)
            return OK
        result = tuple_alloc(vm, as_tuple(a).length + as_tuple(b).length)
        if result == NULL:
            return ERROR
        items_copy(tuple_items(result), tuple_items(as_tuple(a)), as_tuple(a).length)
        items_copy(tuple_items(result) + as_tuple(a).length, tuple_items(as_tuple(b)), as_tuple(b).length)
        out[0] = value_block(&result.head)
        return pay(vm, out, result.length >> 2)
    if operator == BIN_MUL:
        source = a if type_of(a) == T_TUPLE else b
        status = repeat_count(vm, b if type_of(a) == T_TUPLE else a, &times)
        if status != OK:
            return status
        if repeated_length(vm, as_tuple(source).length, times, &length) != OK:
            return ERROR
        if length == 0:
            out[0] = tuple_empty()
            return OK
        if times == 1 and exact_type(source) == T_TUPLE:
            out[0] = value_copy(source)
            return OK
        result = tuple_alloc(vm, length)
        if result == NULL:
            return ERROR
        status = items_repeat(vm, tuple_items(result), tuple_items(as_tuple(source)), as_tuple(source).length, times,
                              &done)
        if status != OK:
            result.length = done
            decref(vm, value_block(&result.head))
            return ERROR
        out[0] = value_block(&result.head)
        return OK
    return NOT_IMPLEMENTED


cdef int tuple_get_item(VM* vm, Value v, Value key, Value* out) noexcept nogil:
    cdef Tuple* t = as_tuple(v)
    cdef Tuple* result
    cdef int64_t index = 0
    cdef int64_t start, stop, step, length
    cdef int status
    if type_of(key) == T_SLICE:
        status = slice_resolve(vm, key, t.length, &start, &stop, &step, &length)
        if status == DEFER:
            return defer_to(vm, TUPLE_GET_ITEM)
        if status != OK:
            return status
        if length == 0:
            out[0] = tuple_empty()
            return OK
        if length == t.length and step == 1 and not v.tag & SUBCLASSED:
            out[0] = value_copy(v)
            return OK
        result = tuple_alloc(vm, length)
        if result == NULL:
            return ERROR
        if step == 1:
            items_copy(tuple_items(result), tuple_items(t) + start, length)
        else:
            items_copy_step(tuple_items(result), tuple_items(t) + start, length, step)
        out[0] = value_block(&result.head)
        return pay(vm, out, length >> 2)
    status = subscript_index(vm, key, "tuple", &index)
    if status == DEFER:
        return defer_to(vm, TUPLE_GET_ITEM)
    if status != OK:
        return status
    if index < 0:
        index += t.length
    if index < 0 or index >= t.length:
        return raise_error(vm, E_INDEX_ERROR, "tuple index out of range")
    out[0] = value_copy(tuple_items(t)[index])
    return OK


cdef int tuple_contains(VM* vm, Value container, Value item, bint* out) noexcept nogil:
    cdef int64_t where = -1
    cdef int status = items_find(vm, tuple_items(as_tuple(container)), 0, as_tuple(container).length, item, &where)
    if status == DEFER:
        return defer_to(vm, TUPLE_CONTAINS)
    out[0] = where >= 0
    return status


cdef int tuple_iterate(VM* vm, Value v, Value* out) noexcept nogil:
    return tuple_iterator_new(vm, v, out)


# --- methods ---------------------------------------------------------------------------------------------------------

# tuple(iterable): an exact tuple is itself; other containers are copied; everything else is for the prelude.
cdef int tuple_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value iterable = args[1]
    cdef List* gathered
    cdef Tuple* result
    cdef int status
    if iterable.tag == T_UNSET:
        out[0] = tuple_empty()
        return OK
    if exact_type(iterable) == T_TUPLE:
        out[0] = value_copy(iterable)
        return OK
    if iterated_type(iterable) == T_LIST:
        return tuple_answer(vm, (<List*>iterable.as_.block).items, (<List*>iterable.as_.block).length, out)
    gathered = list_new(vm, 0)
    if gathered == NULL:
        return ERROR
    status = list_extend(vm, gathered, iterable)
    if status == OK:
        if gathered.length == 0:
            out[0] = tuple_empty()
        else:
            result = tuple_take(vm, gathered.items, gathered.length)
            if result == NULL:
                status = ERROR
            else:
                gathered.length = 0
                out[0] = value_block(&result.head)
    decref(vm, value_block(&gathered.head))
    return status


cdef int tuple_index(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Tuple* t = as_tuple(args[0])
    cdef int64_t start = 0
    cdef int64_t stop = 0
    cdef int64_t where = -1
    cdef int status = search_bounds(vm, args[2], args[3], t.length, &start, &stop)
    if status == OK:
        status = items_find(vm, tuple_items(t), start, stop if stop < t.length else t.length, args[1], &where)
    if status != OK:
        return status
    if where < 0:
        return raise_error(vm, E_VALUE_ERROR, "tuple.index(x): x not in tuple")
    out[0] = value_int(where)
    return OK


cdef int tuple_count(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t found = 0
    cdef int status = items_count(vm, tuple_items(as_tuple(args[0])), as_tuple(args[0]).length, args[1], &found)
    if status == OK:
        out[0] = value_int(found)
    return status


# _tuple_hash(hashes): the hash of a tuple whose items have these hashes (a list of ints).
cdef int tuple_hash_of_hashes(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef List* hashes = <List*>args[0].as_.block
    cdef uint64_t state = tuple_hash_start()
    cdef int64_t i
    for i in range(hashes.length):
        state = tuple_hash_add(state, hashes.items[i].as_.i)
        if poll(vm, 1) != OK:
            return ERROR
    out[0] = value_int(tuple_hash_finish(state, hashes.length))
    return OK


cdef TypeRow* row = register_type(T_TUPLE, b"tuple")
row.free = tuple_free
row.traverse = tuple_traverse
row.length = tuple_length
row.equal = tuple_equal
row.order = tuple_order
row.hash = tuple_hash
row.repr = tuple_repr
row.get_attribute = tuple_get_attribute
row.binary = tuple_binary
row.get_item = tuple_get_item
row.contains = tuple_contains
row.iterate = tuple_iterate
register_native(T_TUPLE, NATIVE_NEW, b"tuple(cls, iterable=(), /)", tuple_construct, b"tuple_construct")
register_native(T_TUPLE, NATIVE_METHOD, b"index(self, value, start=0, stop=9223372036854775807, /)", tuple_index,
                b"tuple_index")
register_native(T_TUPLE, NATIVE_METHOD, b"count(self, value, /)", tuple_count, b"tuple_count")
register_native(-1, NATIVE_INTRINSIC, b"_tuple_hash(hashes, /)", tuple_hash_of_hashes, NULL)
