"""The table of builtins: name -> value. Filled at boot under the GIL, constant afterwards."""

from libc.stdint cimport uint32_t
from libc.stdlib cimport calloc, free

from monty._heap cimport *
from monty.objects.str cimport str_equal, str_hash

cdef struct Entry:
    Str* name
    Value value

cdef Entry* entries = NULL
cdef uint32_t size = 0
cdef uint32_t used = 0


cdef Entry* find(Entry* table, uint32_t table_size, Str* name) noexcept nogil:
    cdef uint32_t slot = <uint32_t>str_hash(name) & (table_size - 1)
    while table[slot].name != NULL and not str_equal(table[slot].name, name):
        slot = (slot + 1) & (table_size - 1)
    return &table[slot]


cdef bint builtin_find(Str* name, Value* out) noexcept nogil:
    cdef Entry* entry
    if size == 0:
        return False
    entry = find(entries, size, name)
    if entry.name == NULL:
        return False
    out[0] = entry.value
    return True


cdef int builtin_add(Str* name, Value value) except -1:
    global entries, size, used
    cdef Entry* grown
    cdef Entry* entry
    cdef uint32_t i
    if used * 2 >= size:
        grown = <Entry*>calloc(size * 2 if size else 64, sizeof(Entry))
        if grown == NULL:
            raise MemoryError
        for i in range(size):
            if entries[i].name != NULL:
                find(grown, size * 2, entries[i].name)[0] = entries[i]
        free(entries)
        entries = grown
        size = size * 2 if size else 64
    entry = find(entries, size, name)
    if entry.name == NULL:
        used += 1
    entry.name = name
    entry.value = value
    return 0
