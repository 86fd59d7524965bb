# A read-only window on a dict: the `mapping` of a dict's views.
from monty._heap cimport Block, Value, VM
from monty.objects.dict cimport Dict

cdef struct MappingProxy:   # T_MAPPING_PROXY
    Block head
    Dict* dict              # counted

cdef int mapping_proxy_new(VM* vm, Dict* d, Value* out) noexcept nogil
