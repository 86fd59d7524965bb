"""mappingproxy: everything a mapping can be asked, nothing that would change it."""

from libc.stdint cimport int64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_contains, value_equal_operator, value_get_item, value_repr, value_str
from monty.objects.dict cimport Dict, dict_copy, dict_get, dict_update_dict
from monty.objects.dict_iterators cimport dict_iterator_new
from monty.objects.dict_views cimport dict_view_new
from monty.objects.str cimport str_static, writer_ascii
from monty.objects.type cimport value_find_special

cdef Value* PROXY_GET_ITEM = prelude_slot(b"mapping_proxy_get_item")
cdef Value* PROXY_CONTAINS = prelude_slot(b"mapping_proxy_contains")
cdef Value* PROXY_EQUAL = prelude_slot(b"mapping_proxy_equal")
cdef Value* PROXY_REPR = prelude_slot(b"mapping_proxy_repr")
cdef Value* PROXY_STR = prelude_slot(b"mapping_proxy_str")
cdef Value* PROXY_OR = prelude_slot(b"mapping_proxy_or")
cdef Value* PROXY_LENGTH = prelude_slot(b"mapping_proxy_length")
cdef Value* PROXY_ITERATE = prelude_slot(b"mapping_proxy_iterate")
cdef Str* NAME_GETITEM = str_static(b"__getitem__")


# The mapping behind a proxy, other values as they are. Borrowed.
cdef inline Value unwrapped(Value v) noexcept nogil:
    return (<MappingProxy*>v.as_.block).mapping if type_of(v) == T_MAPPING_PROXY else v


# The dict behind a proxy; NULL if it is another mapping, whose operations are the prelude's business. Borrowed.
cdef inline Dict* dict_of(Value v) noexcept nogil:
    cdef Value mapping = unwrapped(v)
    return NULL if type_of(mapping) != T_DICT or mapping.tag & SUBCLASSED else <Dict*>mapping.as_.block


cdef inline int deferred(VM* vm, int status, Value* slot) noexcept nogil:
    return defer_to(vm, slot) if status == DEFER else status


cdef int mapping_proxy_new(VM* vm, Dict* d, Value* out) noexcept nogil:
    return proxy_new(vm, value_block(&d.head), out)


# A proxy of the mapping (copied): new reference; ERROR.
cdef int proxy_new(VM* vm, Value mapping, Value* out) noexcept nogil:
    cdef MappingProxy* proxy = <MappingProxy*>heap_alloc(vm, T_MAPPING_PROXY, sizeof(MappingProxy), True)
    if proxy == NULL:
        return ERROR
    proxy.mapping = value_copy(mapping)
    out[0] = value_block(&proxy.head)
    return OK


cdef void proxy_free(VM* vm, Block* block) noexcept nogil:
    decref(vm, (<MappingProxy*>block).mapping)


cdef void proxy_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    visit_value((<MappingProxy*>block).mapping, visit, context)


cdef int proxy_length(VM* vm, Value v, int64_t* out) noexcept nogil:
    if dict_of(v) == NULL:
        return defer_to(vm, PROXY_LENGTH)
    out[0] = dict_of(v).count
    return OK


cdef int proxy_iterate(VM* vm, Value v, Value* out) noexcept nogil:
    if dict_of(v) == NULL:
        return defer_to(vm, PROXY_ITERATE)
    return dict_iterator_new(vm, dict_of(v), T_DICT_KEY_ITERATOR, out)


cdef int proxy_get_item(VM* vm, Value v, Value key, Value* out) noexcept nogil:
    return deferred(vm, value_get_item(vm, unwrapped(v), key, out), PROXY_GET_ITEM)


cdef int proxy_delete_item(VM* vm, Value v, Value key) noexcept nogil:
    return raise_error(vm, E_TYPE_ERROR, "'mappingproxy' object does not support item deletion")


cdef int proxy_contains(VM* vm, Value v, Value item, bint* out) noexcept nogil:
    return deferred(vm, value_contains(vm, unwrapped(v), item, out), PROXY_CONTAINS)


cdef int proxy_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    return deferred(vm, value_equal_operator(vm, unwrapped(a), unwrapped(b), depth, out), PROXY_EQUAL)


cdef int proxy_repr(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    cdef int status = writer_ascii(writer, "mappingproxy(", -1)
    if status == OK:
        status = value_repr(vm, unwrapped(v), writer, depth)
    if status == OK:
        status = writer_ascii(writer, ")", 1)
    return deferred(vm, status, PROXY_REPR)


cdef int proxy_str(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    return deferred(vm, value_str(vm, unwrapped(v), writer, depth), PROXY_STR)


cdef int proxy_binary(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    cdef Value left = unwrapped(a)
    cdef Value right = unwrapped(b)
    cdef Dict* d
    cdef int status
    if operator != BIN_OR:
        return NOT_IMPLEMENTED
    if dict_of(a) == NULL or dict_of(b) == NULL:
        return defer_to(vm, PROXY_OR)
    d = dict_copy(vm, <Dict*>left.as_.block)
    if d == NULL:
        return ERROR
    status = dict_update_dict(vm, d, <Dict*>right.as_.block)
    if status != OK:
        decref(vm, value_block(&d.head))
        return deferred(vm, status, PROXY_OR)
    out[0] = value_block(&d.head)
    return OK


cdef int proxy_inplace(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    if operator == BIN_OR and type_of(a) == T_MAPPING_PROXY:
        return raise_error(vm, E_TYPE_ERROR, "'|=' is not supported by mappingproxy; use '|' instead")
    return NOT_IMPLEMENTED


cdef int method_get(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value found
    cdef int status
    if dict_of(args[0]) == NULL:
        return DEFER
    status = dict_get(vm, dict_of(args[0]), args[1], &found)
    if status == OK:
        out[0] = value_copy(found)
    elif status == EXHAUSTED:
        out[0] = value_none() if args[2].tag == T_UNSET else value_copy(args[2])
        status = OK
    return status


cdef int method_keys(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if dict_of(args[0]) == NULL:
        return DEFER
    return dict_view_new(vm, dict_of(args[0]), T_DICT_KEYS, out)


cdef int method_values(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if dict_of(args[0]) == NULL:
        return DEFER
    return dict_view_new(vm, dict_of(args[0]), T_DICT_VALUES, out)


cdef int method_items(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if dict_of(args[0]) == NULL:
        return DEFER
    return dict_view_new(vm, dict_of(args[0]), T_DICT_ITEMS, out)


cdef int method_copy(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Dict* d
    if dict_of(args[0]) == NULL:
        return DEFER
    d = dict_copy(vm, dict_of(args[0]))
    if d == NULL:
        return ERROR
    out[0] = value_block(&d.head)
    return OK


cdef int method_reversed(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if dict_of(args[0]) == NULL:
        return DEFER
    return dict_iterator_new(vm, dict_of(args[0]), T_DICT_REVERSE_KEY_ITERATOR, out)


# mappingproxy(mapping)
cdef int proxy_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value found
    cdef int type = type_of(args[1])
    if type == T_LIST or type == T_TUPLE or value_find_special(vm, args[1], NAME_GETITEM, &found) != OK:
        return raise_format(vm, E_TYPE_ERROR, "mappingproxy() argument must be a mapping, not %s", type_name(args[1]), NULL,
                            NULL)
    return proxy_new(vm, args[1], out)


cdef TypeRow* row = register_type(T_MAPPING_PROXY, b"mappingproxy")
row.free = proxy_free
row.traverse = proxy_traverse
row.length = proxy_length
row.iterate = proxy_iterate
row.get_item = proxy_get_item
row.contains = proxy_contains
row.equal = proxy_equal
row.repr = proxy_repr
row.str = proxy_str
row.delete_item = proxy_delete_item
row.binary = proxy_binary
row.inplace = proxy_inplace

register_native(T_MAPPING_PROXY, NATIVE_NEW, b"mappingproxy(cls, mapping)", proxy_construct, NULL)
register_native(T_MAPPING_PROXY, NATIVE_METHOD, b"get(self, key, default=None, /)", method_get, b"mapping_proxy_get")
register_native(T_MAPPING_PROXY, NATIVE_METHOD, b"keys(self, /)", method_keys, b"mapping_proxy_keys")
register_native(T_MAPPING_PROXY, NATIVE_METHOD, b"values(self, /)", method_values, b"mapping_proxy_values")
register_native(T_MAPPING_PROXY, NATIVE_METHOD, b"items(self, /)", method_items, b"mapping_proxy_items")
register_native(T_MAPPING_PROXY, NATIVE_METHOD, b"copy(self, /)", method_copy, b"mapping_proxy_copy")
register_native(T_MAPPING_PROXY, NATIVE_METHOD, b"__reversed__(self, /)", method_reversed, b"mapping_proxy_reversed")
