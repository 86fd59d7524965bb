"""Iterators over the keys, values and items of dicts, forwards and backwards. A dict that grows or shrinks under its
iterator is an error; one whose keys are replaced meanwhile is noticed when more entries come than there were."""

from monty._generated cimport E_RUNTIME_ERROR
from monty._heap cimport (Block, ERROR, EXHAUSTED, NATIVE_METHOD, OK, T_DICT_ITEM_ITERATOR, T_DICT_KEY_ITERATOR,
                          T_DICT_REVERSE_ITEM_ITERATOR, T_DICT_REVERSE_KEY_ITERATOR, T_DICT_REVERSE_VALUE_ITERATOR,
                          T_DICT_VALUE_ITERATOR, TypeRow, Value, VisitFunction, VM, decref, heap_alloc, incref,
                          raise_error, register_native, register_type, value_block, value_copy, value_int)
from monty.objects.tuple cimport tuple_pair


cdef int dict_iterator_new(VM* vm, Dict* d, int type, Value* out) noexcept nogil:
    cdef DictIterator* iterator = <DictIterator*>heap_alloc(vm, type, sizeof(DictIterator), True)
    if iterator == NULL:
        return ERROR
    d.head.refcount += 1
    iterator.dict = d
    iterator.expected = d.count
    iterator.remaining = d.count
    iterator.position = 0 if type <= T_DICT_ITEM_ITERATOR else d.filled - 1
    out[0] = value_block(&iterator.head)
    return OK


cdef void iterator_free(VM* vm, Block* block) noexcept nogil:
    cdef Dict* d = (<DictIterator*>block).dict
    (<DictIterator*>block).dict = NULL
    if d != NULL:
        decref(vm, value_block(&d.head))


cdef void iterator_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    if (<DictIterator*>block).dict != NULL:
        visit(&(<DictIterator*>block).dict.head, context)


cdef int dict_iterator_stop(VM* vm, DictIterator* iterator) noexcept nogil:
    cdef Dict* d = iterator.dict
    cdef bint extra
    if d.count != iterator.expected:
        iterator.expected = -1              # and so it stays
        return raise_error(vm, E_RUNTIME_ERROR, "dictionary changed size during iteration")
    extra = iterator.head.type <= T_DICT_ITEM_ITERATOR and iterator.position < d.filled
    iterator_free(vm, &iterator.head)
    if extra:
        return raise_error(vm, E_RUNTIME_ERROR, "dictionary keys changed during iteration")
    return EXHAUSTED


# The next live entry going backwards: OK, EXHAUSTED or ERROR.
cdef int step_back(VM* vm, DictIterator* iterator, DictEntry** out) noexcept nogil:
    cdef Dict* d = iterator.dict
    cdef int64_t i
    if d == NULL:
        return EXHAUSTED
    if d.count == iterator.expected:
        i = iterator.position
        if i >= d.filled:
            i = d.filled - 1
        while i >= 0:
            if d.entries[i].key.tag != T_UNSET:
                iterator.position = i - 1
                iterator.remaining -= 1
                out[0] = &d.entries[i]
                return OK
            i -= 1
    return dict_iterator_stop(vm, iterator)


cdef inline int pair_of(VM* vm, DictEntry* entry, Value* out) noexcept nogil:
    return tuple_pair(vm, value_copy(entry.key), value_copy(entry.value), out)


cdef int next_key(VM* vm, Value iterator, Value* out) noexcept nogil:
    cdef DictEntry* entry
    cdef int status = dict_iterator_step(vm, <DictIterator*>iterator.as_.block, &entry)
    if status == OK:
        out[0] = value_copy(entry.key)
    return status


cdef int next_value(VM* vm, Value iterator, Value* out) noexcept nogil:
    cdef DictEntry* entry
    cdef int status = dict_iterator_step(vm, <DictIterator*>iterator.as_.block, &entry)
    if status == OK:
        out[0] = value_copy(entry.value)
    return status


cdef int next_item(VM* vm, Value iterator, Value* out) noexcept nogil:
    cdef DictEntry* entry
    cdef int status = dict_iterator_step(vm, <DictIterator*>iterator.as_.block, &entry)
    if status == OK:
        return pair_of(vm, entry, out)
    return status


cdef int previous_key(VM* vm, Value iterator, Value* out) noexcept nogil:
    cdef DictEntry* entry
    cdef int status = step_back(vm, <DictIterator*>iterator.as_.block, &entry)
    if status == OK:
        out[0] = value_copy(entry.key)
    return status


cdef int previous_value(VM* vm, Value iterator, Value* out) noexcept nogil:
    cdef DictEntry* entry
    cdef int status = step_back(vm, <DictIterator*>iterator.as_.block, &entry)
    if status == OK:
        out[0] = value_copy(entry.value)
    return status


cdef int previous_item(VM* vm, Value iterator, Value* out) noexcept nogil:
    cdef DictEntry* entry
    cdef int status = step_back(vm, <DictIterator*>iterator.as_.block, &entry)
    if status == OK:
        return pair_of(vm, entry, out)
    return status


cdef int iterator_length_hint(VM* vm, Value v, int64_t* out) noexcept nogil:
    cdef DictIterator* iterator = <DictIterator*>v.as_.block
    out[0] = 0
    if iterator.dict != NULL and iterator.dict.count == iterator.expected:
        out[0] = iterator.remaining
    return OK


cdef int method_length_hint(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t hint
    iterator_length_hint(vm, args[0], &hint)
    out[0] = value_int(hint)
    return OK


ctypedef int (*NextFunction)(VM* vm, Value iterator, Value* out) noexcept nogil

cdef void register_iterator(int type, const char* name, NextFunction next_function) except *:
    cdef TypeRow* row = register_type(type, name)
    row.free = iterator_free
    row.traverse = iterator_traverse
    row.next = next_function
    row.length_hint = iterator_length_hint
    row.hash_identity = True
    register_native(type, NATIVE_METHOD, b"__length_hint__(self, /)", method_length_hint, NULL)


register_iterator(T_DICT_KEY_ITERATOR, b"dict_keyiterator", next_key)
register_iterator(T_DICT_VALUE_ITERATOR, b"dict_valueiterator", next_value)
register_iterator(T_DICT_ITEM_ITERATOR, b"dict_itemiterator", next_item)
register_iterator(T_DICT_REVERSE_KEY_ITERATOR, b"dict_reversekeyiterator", previous_key)
register_iterator(T_DICT_REVERSE_VALUE_ITERATOR, b"dict_reversevalueiterator", previous_value)
register_iterator(T_DICT_REVERSE_ITEM_ITERATOR, b"dict_reverseitemiterator", previous_item)
