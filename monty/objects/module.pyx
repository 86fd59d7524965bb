"""Module objects: a name and a dict of attributes; the globals of a library module are attributes too."""

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.dict cimport Dict, dict_get_str, dict_new, dict_remove, dict_set
from monty.objects.list cimport List, list_new
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
    module.state = NULL
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


cdef Value* module_global(Module* module, Str* name) noexcept nogil:
    cdef Value slot
    if module.state == NULL or not dict_get_str(<Dict*>module.state.slots, name, &slot):
        return NULL
    return &module.state.registers[slot.as_.i]


cdef Value module_hook(Value module) noexcept nogil:
    cdef Value* hook = module_global(<Module*>module.as_.block, NAME_GETATTR)
    return hook[0] if hook != NULL else value_unset()


cdef int module_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef Module* module = <Module*>v.as_.block
    cdef Value* where = module_global(module, name)
    cdef Value found
    cdef List* path
    if where != NULL and where.tag != T_UNSET:
        out[0] = value_copy(where[0])
        return OK
    if dict_get_str(<Dict*>(<Module*>v.as_.block).attributes.as_.block, name, &found):
        out[0] = value_copy(found)
        return OK
    if str_equal(name, NAME_NAME):
        out[0] = value_copy(module.name)
        return OK
    if module.state != NULL:
        if str_equal(name, NAME_DOC):
            out[0] = module.state.code.doc
            return OK
        if module.state.is_package and str_equal(name, NAME_PATH):
            # There are no files: what CPython has here is a list of folders.
            path = list_new(vm, 0)
            if path == NULL:
                return ERROR
            out[0] = value_block(&path.head)
            return OK
    if module_hook(v).tag != T_UNSET:
        return defer_to(vm, MODULE_ATTRIBUTE)
    return NOT_IMPLEMENTED


# _module_hook(module): its __getattr__.
cdef int intrinsic_hook(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy(module_hook(args[0]))
    return OK


cdef int module_set_attribute(VM* vm, Value v, Value name, Value value) noexcept nogil:
    cdef Dict* attributes = <Dict*>(<Module*>v.as_.block).attributes.as_.block
    cdef Value* where = module_global(<Module*>v.as_.block, <Str*>name.as_.block)
    cdef Value removed
    cdef int status
    if where != NULL and where.tag == T_UNSET and value.tag == T_UNSET:
        where = NULL
    if where != NULL:
        if value.tag == T_UNSET and (<Module*>v.as_.block).state.module != NULL:
            return NOT_IMPLEMENTED      # its body, which relies on what it has assigned, is still running
        value_store(vm, where, value_copy(value))
        return OK
    if value.tag != T_UNSET:
        return dict_set(vm, attributes, name, value)
    status = dict_remove(vm, attributes, name, &removed)
    if status == EXHAUSTED:
        return NOT_IMPLEMENTED
    if status == OK:
        decref(vm, removed)
    return status


cdef Str* NAME_NAME = str_static(b"__name__")
cdef Str* NAME_DOC = str_static(b"__doc__")
cdef Str* NAME_PATH = str_static(b"__path__")
cdef Str* NAME_GETATTR = str_static(b"__getattr__")
cdef Value* MODULE_ATTRIBUTE = prelude_slot(b"module_attribute")

cdef TypeRow* row = register_type(T_MODULE, b"module")
row.free = module_free
row.traverse = module_traverse
row.repr = module_repr
row.hash_identity = True
row.get_attribute = module_get_attribute
row.set_attribute = module_set_attribute

register_native(-1, NATIVE_INTRINSIC, b"_module_hook(module, /)", intrinsic_hook, NULL)
