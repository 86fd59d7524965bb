# Slow paths: subscripts and attributes. Answers as in _slow.pxd.
from libc.stdint cimport uint64_t
from monty._heap cimport Block, Class, Value
from monty._machine cimport attribute_entry_for, AttributeEntry, Machine

cdef int slow_get_item(Machine* m, uint64_t word, Value key) noexcept nogil
cdef int slow_get_item_constant(Machine* m, uint64_t word, Value key) noexcept nogil
cdef int slow_set_item(Machine* m, uint64_t word) noexcept nogil
cdef int slow_delete_item(Machine* m, uint64_t word) noexcept nogil
cdef int slow_get_attribute(Machine* m, uint64_t word) noexcept nogil
cdef int slow_set_attribute(Machine* m, uint64_t word) noexcept nogil
cdef int slow_delete_attribute(Machine* m, uint64_t word) noexcept nogil

# The running instruction's entry in the attribute cache for objects of that class.
cdef inline AttributeEntry* attribute_remember(Machine* m, Class* cls, int index, Block* block) noexcept nogil:
    cdef AttributeEntry* entry = attribute_entry_for(m, m.frame.pc, cls)
    entry.index = index
    entry.block = block
    return entry
