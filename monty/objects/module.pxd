from monty._heap cimport Block, Str, T_UNSET, Value, VM, Writer
from monty._machine cimport ModuleState
from monty.objects.dict cimport Dict, dict_get_str

cdef struct Module:
    Block head
    Value name              # str
    Value attributes        # dict
    ModuleState* state      # of a library module: its globals are attributes too; else NULL

cdef int module_write_name(Writer* writer, Value v) noexcept nogil
# New module object with an empty dict of attributes; copies the reference to the name.
cdef int module_new(VM* vm, Value name, Value* out) noexcept nogil
# The register of the global of that name, or NULL. Only a library module has globals.
cdef Value* module_global(Module* module, Str* name) noexcept nogil
# An attribute that is simply there: out[0] is borrowed. False: module_get_attribute knows.
cdef inline bint module_find(Module* module, Str* name, Value* out) noexcept nogil:
    cdef Value* where
    if module.state == NULL:
        return dict_get_str(<Dict*>module.attributes.as_.block, name, out)
    where = module_global(module, name)
    if where == NULL or where.tag == T_UNSET:
        return False
    out[0] = where[0]
    return True
