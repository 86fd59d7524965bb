"""mappingproxy: everything a dict can be asked, nothing that would change it."""

from libc.stdint cimport int64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_contains, value_equal_operator, value_get_item, value_repr, value_str
from monty.objects.dict cimport Dict, dict_copy, dict_get, dict_update_dict
from monty.objects.dict_iterators cimport dict_iterator_new
from monty.objects.dict_views cimport dict_view_new
from monty.objects.str cimport writer_ascii

cdef Value* PROXY_GET_ITEM = prelude_slot(b"mapping_proxy_get_item")
cdef Value* PROXY_CONTAINS = prelude_slot(b"mapping_proxy_contains")
cdef Value* PROXY_EQUAL = prelude_slot(b"mapping_proxy_equal")
cdef Value* PROXY_REPR = prelude_slot(b"mapping_proxy_repr")
cdef Value* PROXY_STR = prelude_slot(b"mapping_proxy_str")
cdef Value* PROXY_OR = prelude_slot(b"mapping_proxy_or")


cdef inline Dict* dict_of(Value v) noexcept nogil:
    return (<MappingProxy*>v.as_.block).dict


# The dict behind a proxy, other values as they are. Borrowed.
cdef inline Value unwrapped(Value v) noexcept nogil:
    if type_of(v) == T_MAPPING_PROXY:
        return value_block(&dict_of(v).head)
    return v


cdef inline int deferred(VM* vm, int status, Value* slot) noexcept nogil:
    return defer_to(vm, slot) if status == DEFER else status


cdef int mapping_proxy_new(VM* vm, Dict* d, Value* out) noexcept nogil:
    cdef MappingProxy* proxy = <MappingProxy*>heap_alloc(vm, T_MAPPING_PROXY, sizeof(MappingProxy), True)
    if proxy == NULL:
        return ERROR
    d.head.refcount += 1
    proxy.dict = d
    out[0] = value_block(&proxy.head)
    return OK


cdef void proxy_free(VM* vm, Block* block) noexcept nogil:
    decref(vm, value_block(&(<MappingProxy*>block).dict.head))


cdef void proxy_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    visit(&(<MappingProxy*>block).dict.head, context)


cdef int proxy_length(VM* vm, Value v, int64_t* out) noexcept nogil:
    out[0] = dict_of(v).count
    return OK


cdef int proxy_iterate(VM* vm, Value v, Value* out) noexcept nogil:
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
    if operator != BIN_OR or type_of(left) != T_DICT or type_of(right) != T_DICT:
        return NOT_IMPLEMENTED
    d = dict_copy(vm, <Dict*>left.as_.block)
    if d == NULL:
        return ERROR
    status = dict_update_dict(vm, d, <Dict*>right.as_.block)
    if status != OK:
        decref(vm, value_block(&d.head))
        return deferred(vm, status, PROXY_OR)
    out[0] = value_block(&d.head)
    return OK


cdef int method_get(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value found
    cdef int status = dict_get(vm, dict_of(args[0]), args[1], &found)
    if status == OK:
        out[0] = value_copy(found)
    elif status == EXHAUSTED:
        out[0] = value_none() if args[2].tag == T_UNSET else value_copy(args[2])
        status = OK
    return status


cdef int method_keys(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return dict_view_new(vm, dict_of(args[0]), T_DICT_KEYS, out)


cdef int method_values(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return dict_view_new(vm, dict_of(args[0]), T_DICT_VALUES, out)


cdef int method_items(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return dict_view_new(vm, dict_of(args[0]), T_DICT_ITEMS, out)


cdef int method_copy(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Dict* d = dict_copy(vm, dict_of(args[0]))
    if d == NULL:
        return ERROR
    out[0] = value_block(&d.head)
    return OK


cdef int method_reversed(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return dict_iterator_new(vm, dict_of(args[0]), T_DICT_REVERSE_KEY_ITERATOR, out)


# mappingproxy(mapping): of a dict.
cdef int proxy_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if type_of(args[1]) == T_MAPPING_PROXY:
        return mapping_proxy_new(vm, dict_of(args[1]), out)
    if type_of(args[1]) != T_DICT:
        return raise_format(vm, E_TYPE_ERROR, "mappingproxy() argument must be a mapping, not %s", type_name(args[1]), NULL,
                            NULL)
    return mapping_proxy_new(vm, <Dict*>args[1].as_.block, out)


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

register_native(T_MAPPING_PROXY, NATIVE_NEW, b"mappingproxy(cls, mapping)", proxy_construct, NULL)
register_native(T_MAPPING_PROXY, NATIVE_METHOD, b"get(self, key, default=None, /)", method_get, b"mapping_proxy_get")
register_native(T_MAPPING_PROXY, NATIVE_METHOD, b"keys(self, /)", method_keys, NULL)
register_native(T_MAPPING_PROXY, NATIVE_METHOD, b"values(self, /)", method_values, NULL)
register_native(T_MAPPING_PROXY, NATIVE_METHOD, b"items(self, /)", method_items, NULL)
register_native(T_MAPPING_PROXY, NATIVE_METHOD, b"copy(self, /)", method_copy, NULL)
register_native(T_MAPPING_PROXY, NATIVE_METHOD, b"__reversed__(self, /)", method_reversed, NULL)
