# Iterators over dicts and their views.
from libc.stdint cimport int64_t
from monty._heap cimport Block, ERROR, EXHAUSTED, OK, T_UNSET, Value, VM, likely
from monty.objects.dict cimport Dict, DictEntry

cdef struct DictIterator:   # T_DICT_..._ITERATOR, forwards and backwards
    Block head
    Dict* dict              # counted; NULL when exhausted
    int64_t expected        # live entries the dict must still have; -1 after an error
    int64_t position        # number of the next entry to look at
    int64_t remaining

# A new iterator of the given type.
cdef int dict_iterator_new(VM* vm, Dict* d, int type, Value* out) noexcept nogil
# The error of a dict that changed, or the end (the iterator lets go of its dict).
cdef int dict_iterator_stop(VM* vm, DictIterator* iterator) noexcept nogil
# The next live entry of a forward iterator: OK, EXHAUSTED or ERROR.
cdef inline int dict_iterator_step(VM* vm, DictIterator* iterator, DictEntry** out) noexcept nogil:
    cdef Dict* d = iterator.dict
    cdef int64_t i
    if d == NULL:
        return EXHAUSTED
    if likely(d.count == iterator.expected):
        i = iterator.position
        while i < d.filled:
            if likely(d.entries[i].key.tag != T_UNSET):
                if iterator.remaining == 0:
                    break
                iterator.remaining -= 1
                iterator.position = i + 1
                out[0] = &d.entries[i]
                return OK
            i += 1
        iterator.position = i
    return dict_iterator_stop(vm, iterator)
