# A read-only window on a mapping: __dict__ of a class, the `mapping` of a dict's views.
from monty._heap cimport Block, Value, VM
from monty.objects.dict cimport Dict

cdef struct MappingProxy:   # T_MAPPING_PROXY
    Block head
    Value mapping           # most often a dict

# New reference; ERROR with the exception set.
cdef int mapping_proxy_new(VM* vm, Dict* d, Value* out) noexcept nogil
