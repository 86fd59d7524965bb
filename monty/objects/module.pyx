"""Module objects: a name and a dict of attributes."""

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.dict cimport Dict, dict_get_str, dict_new, dict_remove, dict_set
from monty.objects.str cimport str_equal, str_static
from monty.objects.str_builder cimport (writer_ascii, writer_str)


cdef int module_write_name(Writer* writer, Value v) noexcept nogil:
    return writer_str(writer, <Str*>(<Module*>v.as_.block).name.as_.block)


cdef int module_new(VM* vm, Value name, Value* out) noexcept nogil:
    cdef Dict* attributes = dict_new(vm, 0)
    cdef Module* module
    if attributes == NULL:
        return ERROR
    module = <Module*>heap_alloc(vm, T_MODULE, sizeof(Module), True)
    if module == NULL:
        decref(vm, value_block(&attributes.head))
        return ERROR
    module.name = value_copy(name)
    module.attributes = value_block(&attributes.head)
    out[0] = value_block(&module.head)
    return OK


cdef void module_free(VM* vm, Block* block) noexcept nogil:
    decref(vm, (<Module*>block).name)
    decref(vm, (<Module*>block).attributes)


cdef void module_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    if (<Module*>block).attributes.tag & COUNTED:
        visit((<Module*>block).attributes.as_.block, context)


cdef int module_repr(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    if writer_ascii(writer, "<module '", 9) != OK or module_write_name(writer, v) != OK:
        return ERROR
    return writer_ascii(writer, "' (built-in)>", 13)


cdef int module_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef Value found
    if dict_get_str(<Dict*>(<Module*>v.as_.block).attributes.as_.block, name, &found):
        out[0] = value_copy(found)
        return OK
    if str_equal(name, NAME_NAME):
        out[0] = value_copy((<Module*>v.as_.block).name)
        return OK
    return NOT_IMPLEMENTED


cdef int module_set_attribute(VM* vm, Value v, Value name, Value value) noexcept nogil:
    cdef Dict* attributes = <Dict*>(<Module*>v.as_.block).attributes.as_.block
    cdef Value removed
    cdef int status
    if value.tag != T_UNSET:
        return dict_set(vm, attributes, name, value)
    status = dict_remove(vm, attributes, name, &removed)
    if status == EXHAUSTED:
        return NOT_IMPLEMENTED
    if status == OK:
        decref(vm, removed)
    return status


cdef Str* NAME_NAME = str_static(b"__name__")

cdef TypeRow* row = register_type(T_MODULE, b"module")
row.free = module_free
row.traverse = module_traverse
row.repr = module_repr
row.hash_identity = True
row.get_attribute = module_get_attribute
row.set_attribute = module_set_attribute
