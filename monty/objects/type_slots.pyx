"""Protocol methods of built-in types as attributes: list.__len__, dict.__contains__, int.__hash__, object.__repr__ ...

Which of them a type has is what CPython's type of that name has: their names are read from the host's types at boot.
What they do comes from the rows, as in slot_operators."""

import collections
import types

from libc.stdint cimport int64_t, uint64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty._protocol cimport (value_contains, value_double, value_get_item, value_hash, value_hash_identity, value_iterate, value_length, value_next,
                              value_repr, value_str, value_truth)
from monty.exception_table import EXCEPTIONS
from monty.objects.bytes cimport Bytes, bytes_data, bytes_from
from monty.objects.deque cimport T_DEQUE, T_DEQUE_ITERATOR, T_DEQUE_REVERSE_ITERATOR
from monty.objects.documentation import FUNCTIONS, TYPES
from monty.objects.exception cimport exception_class
from monty.objects.exception_attributes cimport exception_family, FAMILY_NONE
from monty.objects.tuple cimport Tuple, tuple_copy
from monty.objects.float cimport float_to_int
from monty.objects.function cimport value_identity, write_identity
from monty.objects.instance cimport plain_number
from monty.objects.str cimport str_equal, str_static
from monty.objects.str_builder cimport (writer_ascii, writer_char, writer_discard, writer_finish, writer_init, writer_str)
from monty.objects.slot_operators import OPERATORS
from monty.objects.type cimport (bound_method_new, class_is_subclass, class_of, class_value, native_owner_name,
                                 value_get_attribute)


cdef inline TypeRow* own_row(Value v) noexcept nogil:
    return &types_pointer[v.tag & TYPE_MASK]


# The value as one of its built-in type, for the generic operations.
cdef inline Value as_built_in(Value v) noexcept nogil:
    v.tag &= TYPE_MASK | COUNTED
    return v


# --- text, hash, truth -----------------------------------------------------------------------------------------------

cdef int slot_repr(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Writer w
    cdef TypeRow* row = own_row(args[0])
    cdef int status
    writer_init(&w, vm)
    if row.repr != NULL:
        status = row.repr(vm, args[0], &w, NATIVE_DEPTH)
    else:
        status = value_repr(vm, as_built_in(args[0]), &w, NATIVE_DEPTH)
    if status != OK:
        writer_discard(&w)
        return status
    return writer_finish(&w, out)


cdef int slot_str(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Writer w
    cdef TypeRow* row = own_row(args[0])
    cdef int status
    if row.str == NULL:
        return slot_repr(vm, args, count, out)
    writer_init(&w, vm)
    status = row.str(vm, args[0], &w, NATIVE_DEPTH)
    if status != OK:
        writer_discard(&w)
        return status
    return writer_finish(&w, out)


cdef int slot_hash(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef TypeRow* row = own_row(args[0])
    cdef int64_t hash
    cdef int status
    if row.hash != NULL:
        status = row.hash(vm, args[0], NATIVE_DEPTH, &hash)
    else:
        status = value_hash(vm, as_built_in(args[0]), NATIVE_DEPTH, &hash)
    if status == OK:
        out[0] = value_int(hash)
    return status


cdef int slot_bool(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef bint truth
    cdef int status = value_truth(vm, as_built_in(args[0]), &truth)
    if status == OK:
        out[0] = value_bool(truth)
    return status


# --- numbers ---------------------------------------------------------------------------------------------------------

# int.__int__, int.__index__
cdef int slot_index(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if type_of(args[0]) == T_FLOAT:
        return float_to_int(vm, args[0].as_.f, out)
    if type_of(args[0]) == T_BOOL:
        out[0] = value_int(args[0].as_.i)
    else:
        out[0] = value_copy(as_built_in(args[0]))
    return OK


cdef int slot_float(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double number
    cdef int status = value_double(vm, as_built_in(args[0]), &number)
    if status == OK:
        out[0] = value_float(number)
    return status


# `type` is the receiver's, `other` that of the other operand.
cdef int divmod_slot(VM* vm, int type, int other, Value left, Value right, Value* out) noexcept nogil:
    cdef Value[2] operands
    if other != T_INT and other != T_BOOL and other != T_LONG and (other != T_FLOAT or type != T_FLOAT):
        out[0] = value_not_implemented()
        return OK
    operands[0] = as_built_in(left)
    operands[1] = as_built_in(right)
    return (<Native*>DIVMOD).function(vm, operands, 2, out)


cdef int slot_divmod(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value other = plain_number(args[1])
    return divmod_slot(vm, type_of(args[0]), type_of(other), args[0], other, out)


cdef int slot_rdivmod(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value other = plain_number(args[1])
    return divmod_slot(vm, type_of(args[0]), type_of(other), other, args[0], out)


# bytes.__bytes__
cdef int slot_bytes(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Bytes* copy
    if args[0].tag == as_built_in(args[0]).tag:
        out[0] = value_copy(args[0])
        return OK
    copy = bytes_from(vm, bytes_data(<Bytes*>args[0].as_.block), (<Bytes*>args[0].as_.block).length)
    if copy == NULL:
        return ERROR
    out[0] = value_block(&copy.head)
    return OK


# --- containers and iterators ----------------------------------------------------------------------------------------

cdef int slot_len(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t length
    cdef TypeRow* row = own_row(args[0])
    cdef int status = row.length(vm, args[0], &length) if row.length != NULL else value_length(
        vm, as_built_in(args[0]), &length)
    if status == OK:
        out[0] = value_int(length)
    return status


cdef int slot_length_hint(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t length
    cdef int status
    if own_row(args[0]).length_hint == NULL:
        # an iterator that is a generator of the prelude, shown as one of this type
        out[0] = value_none()
        out[0].tag = T_NOT_IMPLEMENTED
        return OK
    status = own_row(args[0]).length_hint(vm, args[0], &length)
    if status == OK:
        out[0] = value_int(length)
    return status


cdef int slot_getitem(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return own_row(args[0]).get_item(vm, args[0], args[1], out)


cdef int slot_setitem(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int status = own_row(args[0]).set_item(vm, args[0], args[1], args[2])
    if status == OK:
        out[0] = value_none()
    return status


cdef int slot_delitem(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int status = own_row(args[0]).delete_item(vm, args[0], args[1])
    if status == OK:
        out[0] = value_none()
    return status


cdef int slot_contains(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef bint found
    cdef int status = value_contains(vm, as_built_in(args[0]), args[1], &found)
    if status == OK:
        out[0] = value_bool(found)
    return status


cdef int slot_iter(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef TypeRow* row = own_row(args[0])
    if row.iterate != NULL:
        return row.iterate(vm, args[0], out)
    if type_of(args[0]) == T_GENERATOR or row.next != NULL:
        out[0] = value_copy(args[0])
        return OK
    return value_iterate(vm, as_built_in(args[0]), out)


# The iterators that are generators of the prelude go on as these do, by their own method.
cdef int slot_next(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int status
    if type_of(args[0]) == T_GENERATOR:
        return (<Native*>GENERATOR_NEXT).function(vm, args, count, out)
    status = value_next(vm, args[0], out)
    if status == EXHAUSTED:
        return raise_error(vm, E_STOP_ITERATION, NULL)
    return status


# --- calls and descriptors -------------------------------------------------------------------------------------------

# The prelude calls: with the arguments as they were given.
cdef int slot_deferred(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return DEFER


# BaseException.__init__ where the arguments are all there is to an exception.
cdef int exception_init(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef ExceptionObject* e = <ExceptionObject*>args[0].as_.block
    cdef Tuple* t
    if type_of(args[0]) != T_EXCEPTION or exception_family(e.cls) != FAMILY_NONE:
        return DEFER
    t = tuple_copy(vm, args + 1, count - 1)
    if t == NULL:
        return ERROR
    value_store(vm, &e.args, value_block(&t.head))
    out[0] = value_none()
    return OK


# __get__ of attributes and class methods of built-in types.
cdef int native_get(VM* vm, Native* native, Value* args, Value* out) noexcept nogil:
    cdef Class* owner = (types_pointer[native.type].cls if 0 <= native.type < T_TYPE_COUNT
                         else exception_class(native.type - T_TYPE_COUNT) if native.type >= 0 else NULL)
    cdef Value receiver = args[1]
    cdef Value cls = args[2]
    cdef char[200] name
    if native.kind == NATIVE_CLASS and owner != NULL:
        if cls.tag == T_UNSET and receiver.tag != T_NONE:
            cls = class_value(class_of(receiver))
            decref(vm, cls)             # the receiver keeps it
        if type_of(cls) == T_TYPE and class_is_subclass(<Class*>cls.as_.block, owner):
            return bound_method_new(vm, args[0], cls, out)
    if native.kind != NATIVE_GETTER or receiver.tag == T_NONE:
        out[0] = value_copy(args[0])
        return OK
    if owner == NULL or not class_is_subclass(class_of(receiver), owner):
        snprintf(name, 200, "%.*s", <int>native.name.length, <const char*>(native.name + 1))
        return raise_format(vm, E_TYPE_ERROR, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", name,
                            native_owner_name(native), type_name(receiver))
    # It may be one that the row answers by name.
    return value_get_attribute(vm, receiver if native.type == T_OBJECT else plain_number(receiver), native.name, out)

from libc.stdio cimport snprintf


# function.__get__ and that of methods of built-in types
cdef int slot_get(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if type_of(args[0]) == T_NATIVE and (<Native*>args[0].as_.block).kind != NATIVE_METHOD:
        return native_get(vm, <Native*>args[0].as_.block, args, out)
    if args[1].tag == T_NONE:
        if args[2].tag == T_UNSET or args[2].tag == T_NONE:
            return raise_error(vm, E_TYPE_ERROR, "__get__(None, None) is invalid")
        out[0] = value_copy(args[0])
        return OK
    return bound_method_new(vm, args[0], args[1], out)


cdef int slot_class_getitem(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return value_get_item(vm, args[0], args[1], out)


# --- what every object has -------------------------------------------------------------------------------------------

cdef int object_repr(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Writer w
    cdef Class* cls = class_of(args[0])
    cdef int status
    if cls == NULL or type_of(args[0]) == T_INSTANCE:
        return slot_repr(vm, args, count, out)
    writer_init(&w, vm)
    status = writer_char(&w, c'<')
    if status == OK and not str_equal(<Str*>cls.module.as_.block, NAME_BUILTINS):
        status = writer_str(&w, <Str*>cls.module.as_.block)
        if status == OK:
            status = writer_char(&w, c'.')
    if status == OK:
        status = writer_str(&w, <Str*>cls.qualname.as_.block)
    if status == OK:
        status = writer_ascii(&w, " object", -1)
    if status == OK:
        status = write_identity(&w, vm, args[0])
    if status != OK:
        writer_discard(&w)
        return status
    return writer_finish(&w, out)


cdef int object_str(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Writer w
    cdef int status
    writer_init(&w, vm)
    status = value_repr(vm, args[0], &w, NATIVE_DEPTH)
    if status != OK:
        writer_discard(&w)
        return status
    return writer_finish(&w, out)


cdef inline bint same(Value a, Value b) noexcept nogil:
    return (a.tag & TYPE_MASK) == (b.tag & TYPE_MASK) and a.as_.i == b.as_.i


cdef int object_eq(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool(True) if same(args[0], args[1]) else value_not_implemented()
    return OK


# The opposite of what __eq__ says, and that may be written in Python.
cdef int object_ne(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef TypeRow* row = own_row(args[0])
    if row.equal != NULL or type_of(args[0]) == T_INSTANCE:
        return DEFER
    out[0] = value_bool(False) if same(args[0], args[1]) else value_not_implemented()
    return OK


cdef int object_order(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_not_implemented()
    return OK


cdef int object_hash(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t hash
    if args[0].tag & COUNTED:
        value_hash_identity(args[0], &hash)
        out[0] = value_int(hash)
    else:
        out[0] = value_int(<int64_t>(value_identity(vm, args[0]) >> 4))
    return OK


cdef int object_subclasshook(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_not_implemented()
    return OK


cdef int object_class(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Class* cls = class_of(args[0])
    out[0] = value_immortal(&cls.head) if cls.flags & CLASS_BUILTIN else value_copy(value_block(&cls.head))
    return OK


# Bytes of the object's own block (none for what lies in a register).
cdef int object_sizeof(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Block* block
    if (args[0].tag & TYPE_MASK) < T_BUFFER:
        out[0] = value_int(sizeof(Value))
        return OK
    block = args[0].as_.block
    if args[0].tag & COUNTED and block.size_class == 0:
        out[0] = value_int(<int64_t>(<LargeBlock*>block - 1).size)
    else:
        out[0] = value_int(16 * block.size_class if block.size_class != 0 else sizeof(Block))
    return OK


# --- exceptions ------------------------------------------------------------------------------------------------------

# _exception_base(exception): the built-in class whose layout it has.
cdef int exception_base(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Class* cls
    if type_of(args[0]) != T_EXCEPTION:
        return raise_error(vm, E_TYPE_ERROR, "not an exception")
    cls = (<Object*>args[0].as_.block).cls
    if cls.base != NULL:
        cls = cls.base
    out[0] = value_immortal(&exception_class(cls.exception_kind if cls.exception_kind != 0
                                             else E_BASE_EXCEPTION).head)
    return OK


# _exception_take(exception, other): its arguments and fields become those of the other.
cdef int exception_take(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef ExceptionObject* own
    cdef ExceptionObject* other
    if type_of(args[0]) != T_EXCEPTION or type_of(args[1]) != T_EXCEPTION:
        return raise_error(vm, E_TYPE_ERROR, "not an exception")
    own = <ExceptionObject*>args[0].as_.block
    other = <ExceptionObject*>args[1].as_.block
    value_store(vm, &own.args, value_copy(other.args))
    value_store(vm, &own.fields, value_copy(other.fields))
    out[0] = value_none()
    return OK


# --- attributes ------------------------------------------------------------------------------------------------------

# An attribute that the type's row answers by name, before this is asked: its name is all there is.
cdef int attribute_of_row(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return NOT_IMPLEMENTED


# --- registration ----------------------------------------------------------------------------------------------------

# As OPERATORS. Those of one type only are under its name.
PROTOCOL = {
    '__repr__': (<size_t>slot_repr, '/', None),
    '__str__': (<size_t>slot_str, '/', None),
    '__hash__': (<size_t>slot_hash, '/', None),
    '__bool__': (<size_t>slot_bool, '/', None),
    '__int__': (<size_t>slot_index, '/', None),
    '__index__': (<size_t>slot_index, '/', None),
    '__bytes__': (<size_t>slot_bytes, '/', None),
    '__float__': (<size_t>slot_float, '/', None),
    '__divmod__': (<size_t>slot_divmod, 'value, /', None),
    '__rdivmod__': (<size_t>slot_rdivmod, 'value, /', None),
    '__len__': (<size_t>slot_len, '/', None),
    '__length_hint__': (<size_t>slot_length_hint, '/', None),
    '__getitem__': (<size_t>slot_getitem, 'key, /', None),
    '__setitem__': (<size_t>slot_setitem, 'key, value, /', None),
    '__delitem__': (<size_t>slot_delitem, 'key, /', None),
    '__contains__': (<size_t>slot_contains, 'key, /', None),
    '__iter__': (<size_t>slot_iter, '/', None),
    '__next__': (<size_t>slot_next, '/', None),
    '__call__': (<size_t>slot_deferred, '/, *args', 'slot_call'),
    '__get__': (<size_t>slot_get, 'instance, owner=None, /', None),
    '__getattribute__': (<size_t>slot_deferred, 'name, /', 'object_getattribute'),
    '__setattr__': (<size_t>slot_deferred, 'name, value, /', 'object_setattr'),
    '__delattr__': (<size_t>slot_deferred, 'name, /', 'object_delattr'),
    '__sizeof__': (<size_t>object_sizeof, '/', None),
    '__class_getitem__': (<size_t>slot_class_getitem, 'item, /', None),
    '__getnewargs__': (<size_t>slot_deferred, '/', 'slot_getnewargs'),
}

OBJECT_PROTOCOL = {
    '__repr__': (<size_t>object_repr, '/', None),
    '__str__': (<size_t>object_str, '/', 'slot_object_str'),
    '__eq__': (<size_t>object_eq, 'value, /', None),
    '__ne__': (<size_t>object_ne, 'value, /', 'slot_object_ne'),
    '__lt__': (<size_t>object_order, 'value, /', None),
    '__le__': (<size_t>object_order, 'value, /', None),
    '__gt__': (<size_t>object_order, 'value, /', None),
    '__ge__': (<size_t>object_order, 'value, /', None),
    '__hash__': (<size_t>object_hash, '/', None),
    '__dir__': (<size_t>slot_deferred, '/', 'slot_dir'),
    '__subclasshook__': (<size_t>object_subclasshook, '/, *args', None),
}

INITIALISERS = {
    'list': ('/, *args', 'slot_list_init'),
    'dict': ('/, *args', 'slot_dict_init'),
    'set': ('/, *args', 'slot_set_init'),
    'bytearray': ("source=b'', encoding='utf-8', errors='strict'", 'slot_bytearray_init'),
    'deque': ('iterable=(), maxlen=None', 'slot_deque_init'),
}

def _empty_generator():
    yield

# Where the host keeps the types that have no name in builtins.
HOST_TYPES = {
    T_INT: int, T_BOOL: bool, T_FLOAT: float, T_COMPLEX: complex, T_STR: str, T_BYTES: bytes, T_BYTEARRAY: bytearray,
    T_TUPLE: tuple, T_LIST: list, T_DICT: dict, T_SET: set, T_FROZENSET: frozenset, T_RANGE: range, T_SLICE: slice,
    T_TYPE: type, T_OBJECT: object, T_NONE: type(None), T_ELLIPSIS: type(...), T_NOT_IMPLEMENTED: type(NotImplemented),
    T_FUNCTION: types.FunctionType, T_NATIVE: types.BuiltinFunctionType, T_BOUND_METHOD: types.MethodType,
    T_MODULE: types.ModuleType, T_EXCEPTION: BaseException, T_TRACEBACK: types.TracebackType,
    T_GENERATOR: types.GeneratorType, T_CODE: types.CodeType, T_CELL: types.CellType, T_DICT_KEYS: type({}.keys()),
    T_DICT_VALUES: type({}.values()), T_DICT_ITEMS: type({}.items()), T_MAPPING_PROXY: types.MappingProxyType,
    T_GENERIC_ALIAS: types.GenericAlias, T_UNION: types.UnionType, T_MEMORYVIEW: memoryview,
    T_LIST_ITERATOR: type(iter([])), T_LIST_REVERSE_ITERATOR: type(reversed([])), T_TUPLE_ITERATOR: type(iter(())),
    T_STR_ITERATOR: type(iter('')), T_BYTES_ITERATOR: type(iter(b'')), T_BYTEARRAY_ITERATOR: type(iter(bytearray())),
    T_RANGE_ITERATOR: type(iter(range(0))), T_LONG_RANGE_ITERATOR: type(iter(range(2**100))),
    T_DICT_KEY_ITERATOR: type(iter({})), T_DICT_VALUE_ITERATOR: type(iter({}.values())),
    T_DICT_ITEM_ITERATOR: type(iter({}.items())), T_DICT_REVERSE_KEY_ITERATOR: type(reversed({})),
    T_DICT_REVERSE_VALUE_ITERATOR: type(reversed({}.values())),
    T_DICT_REVERSE_ITEM_ITERATOR: type(reversed({}.items())), T_SET_ITERATOR: type(iter(set())), T_ENUMERATE: enumerate,
    T_ZIP: zip, T_REVERSED: reversed, T_CALLABLE_ITERATOR: type(iter(int, 1)), T_MAP: map, T_FILTER: filter,
    T_METHOD_DESCRIPTOR: types.MethodDescriptorType, T_WRAPPER_DESCRIPTOR: types.WrapperDescriptorType,
    T_METHOD_WRAPPER: types.MethodWrapperType, T_CLASS_METHOD_DESCRIPTOR: types.ClassMethodDescriptorType,
    T_GETSET_DESCRIPTOR: types.GetSetDescriptorType, T_PROPERTY: property, T_STATIC_METHOD: staticmethod,
    T_CLASS_METHOD: classmethod, T_SUPER: super, T_MEMBER: types.MemberDescriptorType, T_DEQUE: collections.deque,
    T_DEQUE_ITERATOR: type(iter(collections.deque())), T_DEQUE_REVERSE_ITERATOR: type(reversed(collections.deque())),
}

# Types that are only classes: the row of T_NATIVE or T_BOUND_METHOD answers for them.
SHOWN_AS_NATIVE = (T_METHOD_DESCRIPTOR, T_WRAPPER_DESCRIPTOR, T_METHOD_WRAPPER, T_CLASS_METHOD_DESCRIPTOR,
                   T_GETSET_DESCRIPTOR)

# Attributes of the host's types that ours have not: they lead out of the sandbox, or to what there is none of.
ABSENT_ATTRIBUTES = frozenset(
    """__builtins__ __closure__ __code__ __globals__ __type_params__ __text_signature__ __weakref__ gi_yieldfrom
    gi_suspended tb_next tb_frame""".split())

# The texts that natives and slots point to.
cdef list kept = []
cdef Native* DIVMOD = NULL
cdef Native* GENERATOR_NEXT = NULL


cdef Native* add(int type, int kind, str name, object entry) except NULL:
    address, parameters, twin = entry
    cdef bytes signature = f'{name}({"cls" if kind == NATIVE_CLASS else "self"}, {parameters})'.encode()
    cdef bytes fallback = twin.encode() if twin is not None else b''
    cdef const char* fallback_text = NULL
    kept.append(signature)
    kept.append(fallback)
    if twin is not None:
        fallback_text = fallback
    register_native(type, kind, signature, <NativeFunction><size_t>address, fallback_text)
    return last_registered()


def host_types():
    """The host's type for each of ours that has one: by T_ number, exceptions past them by their number."""
    yield from HOST_TYPES.items()
    for kind, (name, _) in enumerate(EXCEPTIONS, 1):
        if kind != E_BASE_EXCEPTION:
            host = getattr(builtins, name, None)
            if host is not None:
                yield T_TYPE_COUNT + kind, host

import builtins


cdef bint has_row_for(int type, str name):
    """Whether the row can answer: a method whose row entry is missing would have nothing to call."""
    cdef TypeRow* row = &types_pointer[type]
    if name == '__getitem__':
        return row.get_item != NULL
    if name == '__setitem__':
        return row.set_item != NULL
    if name == '__delitem__':
        return row.delete_item != NULL
    if name == '__length_hint__':
        return row.length_hint != NULL
    if name == '__len__':
        return row.length != NULL
    return True


def register_slots() -> None:
    """Register the methods of every type. To be called once all types have filled their rows, before the classes are
    made."""
    global DIVMOD, GENERATOR_NEXT
    cdef Native* native
    cdef Native* made
    cdef dict existing = {}
    cdef dict formats = {}
    cdef dict constructors = {}
    cdef int row
    native = first_native()
    while native != NULL:
        signature = (<bytes>native.signature).decode()
        name = signature[:signature.index('(')]
        if native.kind == NATIVE_NEW:
            constructors[native.type] = <size_t>native
        elif native.type >= 0:
            existing[native.type, name] = <size_t>native
            if native.type == T_OBJECT and name == '__format__':
                formats[name] = <size_t>native
            if native.type == T_GENERATOR and name == '__next__':
                GENERATOR_NEXT = native
                native.wrapper = True
        elif name == 'divmod':
            DIVMOD = native
        native = native.next
    for type_number, host in host_types():
        row = T_EXCEPTION if type_number >= T_TYPE_COUNT else type_number
        if types_pointer[row].name == NULL:
            continue
        for name, attribute in vars(host).items():
            if (type_number, name) in existing:
                native = <Native*><size_t>existing[type_number, name]
                if native.kind == NATIVE_METHOD:
                    native.wrapper = isinstance(attribute, types.WrapperDescriptorType)
                continue
            if name == '__new__':
                maker = constructors.get(type_number) or (
                    constructors[T_EXCEPTION] if type_number >= T_TYPE_COUNT else None)
                if maker is not None:
                    native = <Native*><size_t>maker
                    signature = (<bytes>native.signature).decode()
                    text = b'__new__' + signature[signature.index('('):].encode()
                    kept.append(text)
                    register_native(type_number, NATIVE_MAKE, text, native.function, NULL)
                    last_registered().fallback = native.fallback
                continue
            if name == '__hash__' and attribute is None:
                register_native(type_number, NATIVE_NONE, b'__hash__(self)', slot_deferred, NULL)
                continue
            if name == '__format__' and name in formats:
                native = <Native*><size_t>formats[name]
                register_native(type_number, NATIVE_METHOD, native.signature, native.function, NULL)
                last_registered().fallback = native.fallback
                continue
            if name == '__init__' and isinstance(host, type) and issubclass(host, BaseException):
                made = add(type_number, NATIVE_METHOD, name, (<size_t>exception_init, '/, *args', 'slot_exception_init'))
                made.wrapper = True
                continue
            if name == '__init__' and host.__name__ in INITIALISERS:
                made = add(type_number, NATIVE_METHOD, name, (<size_t>slot_deferred, *INITIALISERS[host.__name__]))
                made.wrapper = True
                continue
            if isinstance(attribute, (types.GetSetDescriptorType, types.MemberDescriptorType)):
                if name not in ABSENT_ATTRIBUTES and host not in (object, type) and (
                        types_pointer[row].get_attribute != NULL or type_number in SHOWN_AS_NATIVE):
                    add(type_number, NATIVE_GETTER, name, (<size_t>attribute_of_row, '/', None))
                continue
            entry = OBJECT_PROTOCOL.get(name) if host is object else None
            if entry is None:
                entry = PROTOCOL.get(name) or OPERATORS.get(name)
            if entry is None or not callable(attribute) or not has_row_for(row, name):
                continue
            kind = NATIVE_METHOD
            if name in ('__class_getitem__', '__init_subclass__', '__subclasshook__'):
                kind = NATIVE_CLASS
            made = add(type_number, kind, name, entry)
            made.wrapper = isinstance(attribute, types.WrapperDescriptorType)


def document(classes: dict[str, int]) -> None:
    """Give classes (addresses by name) and builtin functions their texts. To be called when the classes are made."""
    cdef Native* native = first_native()
    for name, address in classes.items():
        if name in TYPES:
            (<Class*><size_t>address).doc = str_static(TYPES[name].encode())
    while native != NULL:
        if native.type == -1 and native.kind == NATIVE_FUNCTION:
            signature = (<bytes>native.signature).decode()
            text = FUNCTIONS.get(signature[:signature.index('(')])
            if text is not None:
                native.doc = str_static(text.encode())
        native = native.next


cdef Native* last = NULL

cdef Native* last_registered() noexcept:
    global last
    if last == NULL:
        last = first_native()
    while last.next != NULL:
        last = last.next
    return last


cdef Str* NAME_BUILTINS = str_static(b"builtins")

register_native(-1, NATIVE_INTRINSIC, b"_exception_base(exception, /)", exception_base, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_exception_take(exception, other, /)", exception_take, NULL)
