# keys(), values() and items(): windows on a dict.
from monty._heap cimport Block, Value, VM
from monty.objects.dict cimport Dict

cdef struct DictView:       # T_DICT_KEYS, T_DICT_VALUES, T_DICT_ITEMS
    Block head
    Dict* dict              # counted

# A new view of the given type.
cdef int dict_view_new(VM* vm, Dict* d, int type, Value* out) noexcept nogil
