# What the machine's own instructions need of dicts beyond dict_get and dict_set. After DEFER from dict_get or dict_set
# the machine asks value_get_item or value_set_item, which name the prelude function to call.
from libc.stdint cimport int64_t
from monty._heap cimport Value, VM
from monty.objects.dict cimport Dict

# dict.update(source): a mapping or an iterable of pairs. Doing it again after DEFER is harmless.
cdef int dict_update_from(VM* vm, Dict* d, Value source) noexcept nogil
# ** in a display; DEFER calls dict_update_mapping(d, mapping). TypeError "'X' object is not a mapping".
cdef int dict_update_mapping(VM* vm, Value d, Value mapping) noexcept nogil
# ** in a call: keys must be str and new. Only the case without error is done here, all or nothing; DEFER calls
# dict_merge_keywords(d, mapping, function), which raises what CPython raises.
cdef int dict_merge_keywords(VM* vm, Value d, Value mapping) noexcept nogil
# d[pair[0]] = pair[1] for the pair of that number in an iterable. OK, ERROR, DEFER (for an unusual pair too: the
# prelude looks at it).
cdef int dict_set_pair(VM* vm, Dict* d, Value pair, int64_t number) noexcept nogil
