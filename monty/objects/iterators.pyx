"""The iterators of list, tuple and range, and enumerate, zip and reversed where they need no sandboxed code."""

from libc.stdint cimport INT64_MAX, INT64_MIN, int64_t, uint64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_get_item, value_length, value_next
from monty.objects.int cimport int_binary, int_sign
from monty.objects.range cimport RangeIterator
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new, tuple_pair


# --- list ------------------------------------------------------------------------------------------------------------

cdef int list_iterator_make(VM* vm, int type, List* source, int64_t index, Value* out) noexcept nogil:
    cdef ListIterator* iterator = <ListIterator*>heap_alloc(vm, type, sizeof(ListIterator), True)
    if iterator == NULL:
        return ERROR
    source.head.refcount += 1
    iterator.source = source
    iterator.index = index
    out[0] = value_block(&iterator.head)
    return OK


cdef int list_iterator_new(VM* vm, List* source, Value* out) noexcept nogil:
    return list_iterator_make(vm, T_LIST_ITERATOR, source, 0, out)


cdef int list_reverse_iterator_new(VM* vm, List* source, Value* out) noexcept nogil:
    return list_iterator_make(vm, T_LIST_REVERSE_ITERATOR, source, source.length - 1, out)


cdef void list_iterator_drop(VM* vm, ListIterator* iterator) noexcept nogil:
    cdef List* source = iterator.source
    if source != NULL:
        iterator.source = NULL
        decref(vm, value_block(&source.head))


cdef void list_iterator_free(VM* vm, Block* block) noexcept nogil:
    list_iterator_drop(vm, <ListIterator*>block)


cdef void list_iterator_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    if (<ListIterator*>block).source != NULL:
        visit(&(<ListIterator*>block).source.head, context)


cdef int list_iterator_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef ListIterator* iterator = <ListIterator*>v.as_.block
    if iterator.source == NULL:
        return EXHAUSTED
    # The list may have shrunk since the last step.
    if iterator.index >= iterator.source.length:
        list_iterator_drop(vm, iterator)
        return EXHAUSTED
    out[0] = value_copy(iterator.source.items[iterator.index])
    iterator.index += 1
    return OK


cdef int list_iterator_length_hint(VM* vm, Value v, int64_t* out) noexcept nogil:
    cdef ListIterator* iterator = <ListIterator*>v.as_.block
    out[0] = 0
    if iterator.source != NULL and iterator.index < iterator.source.length:
        out[0] = iterator.source.length - iterator.index
    return OK


cdef int list_reverse_iterator_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef ListIterator* iterator = <ListIterator*>v.as_.block
    if iterator.source == NULL:
        return EXHAUSTED
    if iterator.index < 0 or iterator.index >= iterator.source.length:
        list_iterator_drop(vm, iterator)
        return EXHAUSTED
    out[0] = value_copy(iterator.source.items[iterator.index])
    iterator.index -= 1
    return OK


cdef int list_reverse_iterator_length_hint(VM* vm, Value v, int64_t* out) noexcept nogil:
    cdef ListIterator* iterator = <ListIterator*>v.as_.block
    out[0] = 0
    if iterator.source != NULL and iterator.index < iterator.source.length:
        out[0] = iterator.index + 1
    return OK


# --- tuple, and sequences backwards ----------------------------------------------------------------------------------

cdef int tuple_iterator_new(VM* vm, Value source, Value* out) noexcept nogil:
    cdef TupleIterator* iterator = <TupleIterator*>heap_alloc(vm, T_TUPLE_ITERATOR, sizeof(TupleIterator), True)
    if iterator == NULL:
        return ERROR
    iterator.source = value_copy(source)
    iterator.index = 0
    out[0] = value_block(&iterator.head)
    return OK


cdef void tuple_iterator_free(VM* vm, Block* block) noexcept nogil:
    value_store(vm, &(<TupleIterator*>block).source, value_unset())


cdef void tuple_iterator_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef TupleIterator* iterator = <TupleIterator*>block
    if iterator.source.tag & COUNTED:
        visit(iterator.source.as_.block, context)


cdef int tuple_iterator_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef TupleIterator* iterator = <TupleIterator*>v.as_.block
    cdef Tuple* source
    if iterator.source.tag == T_UNSET:
        return EXHAUSTED
    source = <Tuple*>iterator.source.as_.block
    if iterator.index >= source.length:
        value_store(vm, &iterator.source, value_unset())
        return EXHAUSTED
    out[0] = value_copy(tuple_items(source)[iterator.index])
    iterator.index += 1
    return OK


cdef int tuple_iterator_length_hint(VM* vm, Value v, int64_t* out) noexcept nogil:
    cdef TupleIterator* iterator = <TupleIterator*>v.as_.block
    out[0] = 0
    if iterator.source.tag != T_UNSET:
        out[0] = (<Tuple*>iterator.source.as_.block).length - iterator.index
    return OK


cdef int reversed_iterator_new(VM* vm, Value source, int64_t length, Value* out) noexcept nogil:
    cdef ReversedIterator* iterator = <ReversedIterator*>heap_alloc(vm, T_REVERSED, sizeof(ReversedIterator), True)
    if iterator == NULL:
        return ERROR
    iterator.source = value_copy(source)
    iterator.index = length - 1
    out[0] = value_block(&iterator.head)
    return OK


cdef void reversed_iterator_free(VM* vm, Block* block) noexcept nogil:
    value_store(vm, &(<ReversedIterator*>block).source, value_unset())


cdef void reversed_iterator_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef ReversedIterator* iterator = <ReversedIterator*>block
    if iterator.source.tag & COUNTED:
        visit(iterator.source.as_.block, context)


cdef int reversed_iterator_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef ReversedIterator* iterator = <ReversedIterator*>v.as_.block
    cdef int status
    if iterator.source.tag == T_UNSET:
        return EXHAUSTED
    if iterator.index >= 0:
        status = value_get_item(vm, iterator.source, value_int(iterator.index), out)
        if status == OK:
            iterator.index -= 1
            return OK
        # A bytearray that has shrunk meanwhile.
        if not error_is(vm, E_INDEX_ERROR):
            return status
        clear_error(vm)
    value_store(vm, &iterator.source, value_unset())
    return EXHAUSTED


cdef int reversed_iterator_length_hint(VM* vm, Value v, int64_t* out) noexcept nogil:
    cdef ReversedIterator* iterator = <ReversedIterator*>v.as_.block
    cdef int64_t length = 0
    out[0] = 0
    if iterator.source.tag != T_UNSET:
        if value_length(vm, iterator.source, &length) != OK:
            return ERROR
        if iterator.index < length:
            out[0] = iterator.index + 1
    return OK


# --- range -----------------------------------------------------------------------------------------------------------

cdef int small_range_iterator(VM* vm, int64_t first, int64_t step, int64_t length, Value* out) noexcept nogil:
    cdef RangeIterator* iterator = <RangeIterator*>heap_alloc(vm, T_RANGE_ITERATOR, sizeof(RangeIterator), False)
    if iterator == NULL:
        return ERROR
    iterator.current = first
    iterator.step = step
    iterator.remaining = length
    out[0] = value_block(&iterator.head)
    return OK


# Takes first and step.
cdef int long_range_iterator(VM* vm, Value first, Value step, Value length, Value* out) noexcept nogil:
    cdef LongRangeIterator* iterator = <LongRangeIterator*>heap_alloc(vm, T_LONG_RANGE_ITERATOR,
                                                                     sizeof(LongRangeIterator), True)
    if iterator == NULL:
        decref(vm, first)
        decref(vm, step)
        return ERROR
    iterator.current = first
    iterator.step = step
    iterator.remaining = value_copy(length)
    out[0] = value_block(&iterator.head)
    return OK


cdef int range_iterator_new(VM* vm, Range* source, Value* out) noexcept nogil:
    if source.small:
        return small_range_iterator(vm, source.start.as_.i, source.step.as_.i, source.length.as_.i, out)
    return long_range_iterator(vm, value_copy(source.start), value_copy(source.step), source.length, out)


cdef int range_reverse_iterator_new(VM* vm, Range* source, Value* out) noexcept nogil:
    cdef Value last, step, offset
    cdef int64_t length
    if source.small and source.step.as_.i != INT64_MIN:
        length = source.length.as_.i
        return small_range_iterator(vm, <int64_t>(<uint64_t>source.start.as_.i
                                                  + <uint64_t>(length - 1) * <uint64_t>source.step.as_.i),
                                    -source.step.as_.i, length, out)
    # start + (length - 1) * step, going down by step
    if int_binary(vm, BIN_SUB, source.length, value_int(1), &last) != OK:
        return ERROR
    if int_binary(vm, BIN_MUL, last, source.step, &offset) != OK:
        decref(vm, last)
        return ERROR
    decref(vm, last)
    if int_binary(vm, BIN_ADD, source.start, offset, &last) != OK:
        decref(vm, offset)
        return ERROR
    decref(vm, offset)
    if int_binary(vm, BIN_SUB, value_int(0), source.step, &step) != OK:
        decref(vm, last)
        return ERROR
    return long_range_iterator(vm, last, step, source.length, out)


cdef int range_iterator_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef RangeIterator* iterator = <RangeIterator*>v.as_.block
    if iterator.remaining <= 0:
        return EXHAUSTED
    out[0] = value_int(iterator.current)
    iterator.remaining -= 1
    # After the last item this may wrap; it is not used then.
    iterator.current = <int64_t>(<uint64_t>iterator.current + <uint64_t>iterator.step)
    return OK


cdef int range_iterator_length_hint(VM* vm, Value v, int64_t* out) noexcept nogil:
    out[0] = (<RangeIterator*>v.as_.block).remaining
    return OK


cdef void long_range_iterator_free(VM* vm, Block* block) noexcept nogil:
    cdef LongRangeIterator* iterator = <LongRangeIterator*>block
    decref(vm, iterator.current)
    decref(vm, iterator.step)
    decref(vm, iterator.remaining)


cdef void long_range_iterator_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef LongRangeIterator* iterator = <LongRangeIterator*>block
    if iterator.current.tag & COUNTED:
        visit(iterator.current.as_.block, context)
    if iterator.step.tag & COUNTED:
        visit(iterator.step.as_.block, context)
    if iterator.remaining.tag & COUNTED:
        visit(iterator.remaining.as_.block, context)


cdef int long_range_iterator_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef LongRangeIterator* iterator = <LongRangeIterator*>v.as_.block
    cdef Value following, remaining
    if int_sign(iterator.remaining) <= 0:
        return EXHAUSTED
    if int_binary(vm, BIN_ADD, iterator.current, iterator.step, &following) != OK:
        return ERROR
    if int_binary(vm, BIN_SUB, iterator.remaining, value_int(1), &remaining) != OK:
        decref(vm, following)
        return ERROR
    out[0] = iterator.current
    iterator.current = following
    value_store(vm, &iterator.remaining, remaining)
    return OK


cdef int long_range_iterator_length_hint(VM* vm, Value v, int64_t* out) noexcept nogil:
    cdef LongRangeIterator* iterator = <LongRangeIterator*>v.as_.block
    if iterator.remaining.tag != T_INT:
        return raise_error(vm, E_OVERFLOW_ERROR, "Python int too large to convert to C ssize_t")
    out[0] = iterator.remaining.as_.i
    return OK


# --- enumerate -------------------------------------------------------------------------------------------------------

cdef int enumerate_new(VM* vm, Value iterator, Value number, Value* out) noexcept nogil:
    cdef Enumerate* e = <Enumerate*>heap_alloc(vm, T_ENUMERATE, sizeof(Enumerate), True)
    if e == NULL:
        decref(vm, iterator)
        decref(vm, number)
        return ERROR
    e.iterator = iterator
    e.number = number
    e.depth = iterator_depth(iterator) + 1
    out[0] = value_block(&e.head)
    return OK


cdef void enumerate_free(VM* vm, Block* block) noexcept nogil:
    decref(vm, (<Enumerate*>block).iterator)
    decref(vm, (<Enumerate*>block).number)


cdef void enumerate_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef Enumerate* e = <Enumerate*>block
    if e.iterator.tag & COUNTED:
        visit(e.iterator.as_.block, context)
    if e.number.tag & COUNTED:
        visit(e.number.as_.block, context)


cdef int enumerate_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef Enumerate* e = <Enumerate*>v.as_.block
    cdef Value item, number, following
    cdef int status = value_next(vm, e.iterator, &item)
    if status != OK:
        return status
    if e.number.tag == T_INT and e.number.as_.i != INT64_MAX:
        following = value_int(e.number.as_.i + 1)
    elif int_binary(vm, BIN_ADD, e.number, value_int(1), &following) != OK:
        decref(vm, item)
        return ERROR
    number = e.number
    e.number = following
    return tuple_pair(vm, number, item, out)


# --- zip -------------------------------------------------------------------------------------------------------------

cdef int zip_new(VM* vm, Value iterators, bint strict, Value* out) noexcept nogil:
    cdef Tuple* inner = <Tuple*>iterators.as_.block
    cdef int64_t i
    cdef Zip* z = <Zip*>heap_alloc(vm, T_ZIP, sizeof(Zip), True)
    if z == NULL:
        decref(vm, iterators)
        return ERROR
    z.iterators = iterators
    z.strict = strict
    z.depth = 1
    for i in range(inner.length):
        if iterator_depth(tuple_items(inner)[i]) >= z.depth:
            z.depth = iterator_depth(tuple_items(inner)[i]) + 1
    out[0] = value_block(&z.head)
    return OK


cdef void zip_free(VM* vm, Block* block) noexcept nogil:
    decref(vm, (<Zip*>block).iterators)


cdef void zip_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    if (<Zip*>block).iterators.tag & COUNTED:
        visit((<Zip*>block).iterators.as_.block, context)


# Argument `position` of a strict zip is shorter or longer than the ones before it.
cdef int zip_mismatch(VM* vm, int64_t position, bint shorter) noexcept nogil:
    if shorter:
        return raise_format_int(vm, E_VALUE_ERROR, "zip() argument %lld is shorter than argument 1" if position == 1
                                else "zip() argument %lld is shorter than arguments 1-%lld", position + 1, position)
    return raise_format_int(vm, E_VALUE_ERROR, "zip() argument %lld is longer than argument 1" if position == 1
                            else "zip() argument %lld is longer than arguments 1-%lld", position + 1, position)


# The iterator at `position` has no more items: is that right? EXHAUSTED or ERROR.
cdef int zip_finished(VM* vm, Zip* z, int64_t position) noexcept nogil:
    cdef Tuple* iterators = <Tuple*>z.iterators.as_.block
    cdef Value item
    cdef int64_t i
    cdef int status
    if not z.strict:
        return EXHAUSTED
    if position > 0:
        return zip_mismatch(vm, position, True)
    for i in range(1, iterators.length):
        status = value_next(vm, tuple_items(iterators)[i], &item)
        if status == OK:
            decref(vm, item)
            return zip_mismatch(vm, i, False)
        if status != EXHAUSTED:
            return status
    return EXHAUSTED


cdef int zip_next_tuple(VM* vm, Value v, Value* out) noexcept nogil:
    cdef Zip* z = <Zip*>v.as_.block
    cdef Tuple* iterators = <Tuple*>z.iterators.as_.block
    cdef Tuple* result
    cdef Value first, second
    cdef int64_t i
    cdef int status
    if iterators.length == 0:
        return EXHAUSTED
    if iterators.length == 2:
        status = value_next(vm, tuple_items(iterators)[0], &first)
        if status == OK:
            status = value_next(vm, tuple_items(iterators)[1], &second)
            if status == OK:
                return tuple_pair(vm, first, second, out)
            decref(vm, first)
            return zip_finished(vm, z, 1) if status == EXHAUSTED else status
        return zip_finished(vm, z, 0) if status == EXHAUSTED else status
    result = tuple_new(vm, iterators.length)
    if result == NULL:
        return ERROR
    for i in range(iterators.length):
        status = value_next(vm, tuple_items(iterators)[i], &tuple_items(result)[i])
        if status != OK:
            decref(vm, value_block(&result.head))
            if status == EXHAUSTED:
                return zip_finished(vm, z, i)
            return status
    out[0] = value_block(&result.head)
    return OK


cdef TypeRow* row = register_type(T_LIST_ITERATOR, b"list_iterator")
row.free = list_iterator_free
row.traverse = list_iterator_traverse
row.next = list_iterator_next
row.length_hint = list_iterator_length_hint
row.hash_identity = True

row = register_type(T_LIST_REVERSE_ITERATOR, b"list_reverseiterator")
row.free = list_iterator_free
row.traverse = list_iterator_traverse
row.next = list_reverse_iterator_next
row.length_hint = list_reverse_iterator_length_hint
row.hash_identity = True

row = register_type(T_TUPLE_ITERATOR, b"tuple_iterator")
row.free = tuple_iterator_free
row.traverse = tuple_iterator_traverse
row.next = tuple_iterator_next
row.length_hint = tuple_iterator_length_hint
row.hash_identity = True

row = register_type(T_REVERSED, b"reversed")
row.free = reversed_iterator_free
row.traverse = reversed_iterator_traverse
row.next = reversed_iterator_next
row.length_hint = reversed_iterator_length_hint
row.hash_identity = True

row = register_type(T_RANGE_ITERATOR, b"range_iterator")
row.next = range_iterator_next
row.length_hint = range_iterator_length_hint
row.hash_identity = True

row = register_type(T_LONG_RANGE_ITERATOR, b"longrange_iterator")
row.free = long_range_iterator_free
row.traverse = long_range_iterator_traverse
row.next = long_range_iterator_next
row.length_hint = long_range_iterator_length_hint
row.hash_identity = True

row = register_type(T_ENUMERATE, b"enumerate")
row.free = enumerate_free
row.traverse = enumerate_traverse
row.next = enumerate_next
row.hash_identity = True

row = register_type(T_ZIP, b"zip")
row.free = zip_free
row.traverse = zip_traverse
row.next = zip_next_tuple
row.hash_identity = True
