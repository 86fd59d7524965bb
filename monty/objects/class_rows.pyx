"""Classes that a program defines: their attributes, and their rows of operations, which lead to special methods."""

from libc.stdint cimport int64_t
from libc.stdlib cimport calloc

from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty.objects.descriptors cimport MethodWrapper, method_wrapper_new
from monty.objects.dict cimport Dict, dict_get_str, dict_remove, dict_set
from monty.objects.exception_attributes cimport exception_family, FAMILY_NONE
from monty.objects.fieldwise cimport fieldwise_equal, fieldwise_hash, fieldwise_order
from monty.objects.instance cimport (attributes_to_dict, bind_attribute, class_lookup, instance_get_attribute,
                                     instance_set_attribute, is_data, is_data_descriptor, is_iterator_type)
from monty.objects.str cimport str_static
from monty.objects.tuple cimport Tuple, tuple_items
from monty.objects.type cimport (bound_method_new, class_find_native, class_is_subclass, metaclass_get_attribute,
                                 metaclass_set_attribute, table_lookup)

cdef Value* SPECIAL_BOOL = prelude_slot(b"special_bool")
cdef Value* SPECIAL_LEN = prelude_slot(b"special_len")
cdef Value* SPECIAL_EQ = prelude_slot(b"special_eq")
cdef Value* SPECIAL_ORDER = prelude_slot(b"special_order")
cdef Value* SPECIAL_HASH = prelude_slot(b"special_hash")
cdef Value* SPECIAL_REPR = prelude_slot(b"special_repr")
cdef Value* SPECIAL_STR = prelude_slot(b"special_str")
cdef Value* SPECIAL_FORMAT = prelude_slot(b"special_format")
cdef Value* SPECIAL_GET_ITEM = prelude_slot(b"special_get_item")
cdef Value* SPECIAL_SET_ITEM = prelude_slot(b"special_set_item")
cdef Value* SPECIAL_DELETE_ITEM = prelude_slot(b"special_delete_item")
cdef Value* SPECIAL_CONTAINS = prelude_slot(b"special_contains")
cdef Value* SPECIAL_ITER = prelude_slot(b"special_iter")
cdef Value* SPECIAL_NEXT = prelude_slot(b"special_next")

ctypedef Value* ValuePointer
cdef ValuePointer[13] BINARY_TWINS
cdef ValuePointer[13] INPLACE_TWINS
cdef ValuePointer[4] UNARY_TWINS

OPERATORS = ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'matmul', 'lshift', 'rshift', 'and', 'or', 'xor')
UNARY = ('neg', 'pos', 'invert', 'abs')

# The names of slots live as long as the process.
cdef list kept = []

cdef Value* twin(str name) except NULL:
    text = name.encode()
    kept.append(text)
    return prelude_slot(<char*>text)

cdef int number
for number, operator_name in enumerate(OPERATORS):
    BINARY_TWINS[number] = twin(f'special_{operator_name}')
    INPLACE_TWINS[number] = twin(f'special_i{operator_name}')
for number, operator_name in enumerate(UNARY):
    UNARY_TWINS[number] = twin(f'special_{operator_name}')

ctypedef Str* StrPointer
cdef StrPointer[METHOD_COUNT] SPECIAL_NAMES
cdef int special_count = 0
# In the order of the METHOD_ numbers.
for operator_name in ('lt', 'le', 'eq', 'ne', 'gt', 'ge', *OPERATORS, *('r' + name for name in OPERATORS),
                      *('i' + name for name in OPERATORS), *UNARY, 'getitem', 'setitem', 'delitem', 'contains', 'len',
                      'bool', 'iter', 'next', 'call', 'hash', 'get', 'set', 'getattr', 'setattr',
                      'repr', 'str'):
    SPECIAL_NAMES[special_count] = str_static(f'__{operator_name}__'.encode())
    special_count += 1
assert special_count == METHOD_COUNT

cdef Str* NAME_CLASS = str_static(b"__class__")
cdef Str* NAME_HASH = str_static(b"__hash__")
cdef Str* NAME_FORMAT = str_static(b"__format__")
cdef Str* NAME_GETATTRIBUTE = str_static(b"__getattribute__")
cdef Str* NAME_DELATTR = str_static(b"__delattr__")
cdef Str* NAME_DELETE = str_static(b"__delete__")
cdef Str* NAME_INSTANCECHECK = str_static(b"__instancecheck__")
cdef Str* NAME_SUBCLASSCHECK = str_static(b"__subclasscheck__")
cdef Str* NAME_DEL = str_static(b"__del__")
cdef Str* NAME_NEW = str_static(b"__new__")
cdef Str* NAME_INIT = str_static(b"__init__")
cdef Str* NAME_CALL = str_static(b"__call__")


# --- attributes of classes -------------------------------------------------------------------------------------------

# What is found in a class's own MRO, bound as an attribute of the class itself.
cdef int bind_class_attribute(VM* vm, Value found, Value v, Value* out) noexcept nogil:
    cdef int type = type_of(found)
    cdef Native* native
    if found.tag & SUBCLASSED and subclass_of(found).flags & CLASS_DESCRIPTOR:
        return DEFER
    if type == T_NATIVE:
        native = <Native*>found.as_.block
        if native.kind == NATIVE_CLASS:
            return bound_method_new(vm, found, v, out)
    elif type == T_STATIC_METHOD:
        found = (<MethodWrapper*>found.as_.block).function
    elif type == T_CLASS_METHOD:
        return bind_attribute(vm, found, value_none(), <Class*>v.as_.block, out)
    out[0] = value_copy(found)
    return OK


cdef int class_get_plain(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef Class* cls = <Class*>v.as_.block
    cdef Class* meta = cls.metaclass if cls.metaclass != NULL else types_pointer[T_TYPE].cls
    cdef Value on_meta, found
    cdef int status
    cdef bint has_meta = class_lookup(meta, name, &on_meta)
    if has_meta and is_data_descriptor(on_meta) and (
            not on_meta.tag & SUBCLASSED or subclass_of(on_meta).flags & CLASS_DESCRIPTOR) and not (
            type_of(on_meta) == T_NATIVE and class_lookup(cls, name, &found) and type_of(found) != T_NATIVE):
        if type_of(on_meta) == T_PROPERTY or on_meta.tag & SUBCLASSED:
            return DEFER
        return bind_attribute(vm, on_meta, v, meta, out)
    if class_lookup(cls, name, &found):
        return bind_class_attribute(vm, found, v, out)
    if has_meta:
        return bind_attribute(vm, on_meta, v, meta, out)
    return NOT_IMPLEMENTED


cdef int class_set_plain(VM* vm, Value v, Value name, Value value) noexcept nogil:
    cdef Class* cls = <Class*>v.as_.block
    cdef Value found, removed
    cdef Str* text = <Str*>name.as_.block
    cdef int status
    if cls.flags & CLASS_BUILTIN:
        return NOT_IMPLEMENTED
    if cls.metaclass != NULL and class_lookup(cls.metaclass, text, &found):
        if is_data_descriptor(found) and type_of(found) != T_NATIVE:
            return DEFER
    if value.tag == T_UNSET:
        status = dict_remove(vm, <Dict*>cls.attributes.as_.block, name, &removed)
        if status == EXHAUSTED:
            return NOT_IMPLEMENTED
        if status == OK:
            class_changed(vm, cls, text)
            decref(vm, removed)
        return status
    if value.tag == (T_FUNCTION | COUNTED) and is_built_in_function(<Function*>value.as_.block):
        # No method: see wrap_built_in.
        if method_wrapper_new(vm, T_STATIC_METHOD, value, &found) != OK:
            return ERROR
        status = dict_set(vm, <Dict*>cls.attributes.as_.block, name, found)
        decref(vm, found)
        if status == OK:
            class_changed(vm, cls, text)
        return status
    # Data in place of data changes nothing that a cache knows.
    if (text.length < 5 or str_byte(text, 0) != c'_') and class_lookup(cls, text, &found) and is_data(found) and is_data(value):
        return dict_set(vm, <Dict*>cls.attributes.as_.block, name, value)
    status = dict_set(vm, <Dict*>cls.attributes.as_.block, name, value)
    if status == OK:
        class_changed(vm, cls, text)
    return status


cdef inline int str_byte(Str* s, int i) noexcept nogil:
    return (<unsigned char*>(s + 1))[i] if s.kind == 1 else 0


# --- __dict__ and __weakref__ ----------------------------------------------------------------------------------------

cdef int get_dict(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Attributes* attributes = block_attributes(args[0].as_.block) if args[0].tag & SUBCLASSED else NULL
    if attributes == NULL or not subclass_of(args[0]).flags & CLASS_HAS_DICT:
        return NOT_IMPLEMENTED
    if attributes.dictionary == NULL and attributes_to_dict(vm, attributes) != OK:
        return ERROR
    out[0] = value_copy(value_block(attributes.dictionary))
    return OK


# There are no weak references: no object ever has any.
cdef int get_weakref(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_none()
    return OK


cdef Native* make_getter(const char* name, NativeFunction function) except NULL:
    cdef Native* native = <Native*>calloc(1, sizeof(Native))
    if native == NULL:
        raise MemoryError
    native.head.refcount = 1
    native.head.type = T_NATIVE
    native.signature = "(self)"
    native.function = function
    native.type = T_OBJECT
    native.kind = NATIVE_GETTER
    native.parameters = 1
    native.required = 1
    native.positional = 1
    native.name = str_static(name)
    return native


cdef Native* DICT_GETTER = make_getter(b"__dict__", get_dict)
cdef Native* WEAKREF_GETTER = make_getter(b"__weakref__", get_weakref)


cdef Native* dict_getter() noexcept nogil:
    return DICT_GETTER


cdef Native* weakref_getter() noexcept nogil:
    return WEAKREF_GETTER


# --- rows of classes -------------------------------------------------------------------------------------------------
# The row of a class is that of its built-in base, with the operations whose special methods are written in Python
# replaced by these: each hands over to its twin in the prelude.

cdef int special_truth(VM* vm, Value v, bint* out) noexcept nogil:
    return defer_to(vm, SPECIAL_BOOL)

cdef int special_length(VM* vm, Value v, int64_t* out) noexcept nogil:
    return defer_to(vm, SPECIAL_LEN)

cdef int special_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    cdef int status = fieldwise_equal(vm, a, b, depth, out)
    return defer_to(vm, SPECIAL_EQ) if status == DEFER else status

cdef int special_order(VM* vm, Value a, Value b, int comparison, int depth, bint* out) noexcept nogil:
    cdef int status = fieldwise_order(vm, a, b, comparison, depth, out)
    return defer_to(vm, SPECIAL_ORDER) if status == DEFER else status

cdef int special_hash(VM* vm, Value v, int depth, int64_t* out) noexcept nogil:
    cdef int status = fieldwise_hash(vm, v, depth, out)
    return defer_to(vm, SPECIAL_HASH) if status == DEFER else status

cdef int special_unhashable(VM* vm, Value v, int depth, int64_t* out) noexcept nogil:
    return raise_format(vm, E_TYPE_ERROR, "unhashable type: '%s'", type_name(v), NULL, NULL)

cdef int special_repr(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    return defer_to(vm, SPECIAL_REPR)

cdef int special_str(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    return defer_to(vm, SPECIAL_STR)

cdef int special_format(VM* vm, Value v, Str* spec, Writer* w) noexcept nogil:
    return defer_to(vm, SPECIAL_FORMAT)

cdef int special_binary(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    return defer_to(vm, BINARY_TWINS[operator])

cdef int special_inplace(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    return defer_to(vm, INPLACE_TWINS[operator])

cdef int special_unary(VM* vm, int operator, Value a, Value* out) noexcept nogil:
    return defer_to(vm, UNARY_TWINS[operator])

cdef int special_get_item(VM* vm, Value v, Value key, Value* out) noexcept nogil:
    return defer_to(vm, SPECIAL_GET_ITEM)

cdef int special_set_item(VM* vm, Value v, Value key, Value value) noexcept nogil:
    return defer_to(vm, SPECIAL_SET_ITEM)

cdef int special_delete_item(VM* vm, Value v, Value key) noexcept nogil:
    return defer_to(vm, SPECIAL_DELETE_ITEM)

cdef int special_contains(VM* vm, Value v, Value item, bint* out) noexcept nogil:
    return defer_to(vm, SPECIAL_CONTAINS)

cdef int special_iterate(VM* vm, Value v, Value* out) noexcept nogil:
    return defer_to(vm, SPECIAL_ITER)

cdef int iterate_itself(VM* vm, Value v, Value* out) noexcept nogil:
    out[0] = value_copy(v)
    return OK

cdef int special_next(VM* vm, Value v, Value* out) noexcept nogil:
    return defer_to(vm, SPECIAL_NEXT)


cdef bint defines(Class* cls, Str* name, Value* out) noexcept nogil:
    """Is the first definition of the name in the MRO one that the program wrote?"""
    cdef Tuple* mro = <Tuple*>cls.mro.as_.block
    cdef int64_t i
    cdef Class* base
    for i in range(mro.length):
        base = <Class*>tuple_items(mro)[i].as_.block
        if base.flags & CLASS_BUILTIN:
            if table_lookup(base, name) != NULL:
                return False
        elif dict_get_str(<Dict*>base.attributes.as_.block, name, out):
            # A built-in method that was given the name again changes nothing.
            return type_of(out[0]) != T_NATIVE or cls.base == NULL or (
                out.as_.block != <Block*>class_find_native(cls.base, name))
    return False


cdef inline bint any_of(bint* defined, int first, int count) noexcept nogil:
    cdef int i
    for i in range(first, first + count):
        if defined[i]:
            return True
    return False


cdef void class_update(VM* vm, Class* cls) noexcept nogil:
    cdef TypeRow* row = cls.row
    cdef bint[METHOD_COUNT] defined
    cdef Value found
    cdef Code* code
    cdef int i
    cdef int flags = cls.flags & ~(CLASS_GET_ATTRIBUTE | CLASS_GET_ATTR | CLASS_SET_ATTRIBUTE | CLASS_DELETE_ATTRIBUTE
                                   | CLASS_PLAIN_NEW | CLASS_DATA_DESCRIPTOR | CLASS_DESCRIPTOR
                                   | CLASS_INSTANCE_CHECK | CLASS_FINALIZER | CLASS_CLAIMS_CLASS | CLASS_UNEQUAL
                                   | CLASS_PLAIN_EXCEPTION | CLASS_PLAIN_SUBCLASS)
    cls.record_size = 0
    row[0] = types_pointer[cls.instance_type]
    row.cls = cls
    row.get_attribute = instance_get_attribute if cls.instance_type != T_TYPE else metaclass_get_attribute
    row.set_attribute = instance_set_attribute if cls.instance_type != T_TYPE else metaclass_set_attribute
    if cls.base == types_pointer[T_OBJECT].cls:
        row.truth = NULL
        row.equal = NULL
        row.order = NULL
        row.binary = NULL
        row.unary = NULL
        row.format = NULL
    if cls.instance_type == T_INSTANCE and is_iterator_type(cls.base.instance_type):
        row.iterate = iterate_itself
        row.next = special_next
    for i in range(METHOD_COUNT):
        defined[i] = defines(cls, SPECIAL_NAMES[i], &found)
        cls.functions[i] = NULL
        if defined[i] and type_of(found) == T_FUNCTION:
            code = (<Function*>found.as_.block).code
            if code.flags & CODE_ANY_GENERATOR == 0 or (
                    i == METHOD_ITER and code.flags & CODE_ANY_GENERATOR == CODE_GENERATOR):
                cls.functions[i] = found.as_.block
    if defined[METHOD_BOOL]:
        row.truth = special_truth
    if defined[METHOD_LEN]:
        row.length = special_length
        if cls.instance_type != T_INSTANCE and row.truth != special_truth:
            row.truth = special_truth
    if defined[METHOD_COMPARE + CMP_EQ] or defined[METHOD_COMPARE + CMP_NE]:
        row.equal = special_equal
    if defined[METHOD_COMPARE + CMP_NE]:
        flags |= CLASS_UNEQUAL
    if (defined[METHOD_COMPARE + CMP_LT] or defined[METHOD_COMPARE + CMP_LE] or defined[METHOD_COMPARE + CMP_GT]
            or defined[METHOD_COMPARE + CMP_GE]):
        row.order = special_order
    if defined[METHOD_HASH]:
        row.hash = special_hash if cls.functions[METHOD_HASH] != NULL or (
            defines(cls, NAME_HASH, &found) and type_of(found) != T_NONE) else special_unhashable
        row.hash_identity = False
    if defined[METHOD_REPR]:
        row.repr = special_repr
        if cls.instance_type == T_INSTANCE or row.str == NULL:
            row.str = special_str
    if defined[METHOD_STR]:
        row.str = special_str
    elif row.str == special_str:
        cls.functions[METHOD_STR] = cls.functions[METHOD_REPR]
    cls.functions[METHOD_SHOW] = NULL
    if defines(cls, NAME_FORMAT, &found):
        row.format = special_format
    else:
        cls.functions[METHOD_SHOW] = cls.functions[METHOD_STR]
    if row.str == special_str or row.repr == special_repr:
        row.format = special_format
    if any_of(defined, METHOD_BINARY, METHOD_INPLACE - METHOD_BINARY):
        row.binary = special_binary
        if row.inplace != NULL:
            row.inplace = special_inplace
    if any_of(defined, METHOD_INPLACE, METHOD_UNARY - METHOD_INPLACE):
        row.inplace = special_inplace
        row.binary = special_binary
    if any_of(defined, METHOD_UNARY, METHOD_GET_ITEM - METHOD_UNARY):
        row.unary = special_unary
    if defined[METHOD_GET_ITEM]:
        row.get_item = special_get_item
    if defined[METHOD_SET_ITEM]:
        row.set_item = special_set_item
    if defined[METHOD_DELETE_ITEM]:
        row.delete_item = special_delete_item
    if defined[METHOD_ITER] or (cls.instance_type == T_INSTANCE and defined[METHOD_GET_ITEM]):
        row.iterate = special_iterate
    if defined[METHOD_NEXT]:
        row.next = special_next
        if row.iterate == NULL:
            row.iterate = special_iterate
    if defined[METHOD_CONTAINS] or (cls.instance_type == T_INSTANCE and row.iterate == special_iterate):
        row.contains = special_contains
    if defines(cls, NAME_GETATTRIBUTE, &found):
        flags |= CLASS_GET_ATTRIBUTE
    if defined[METHOD_GETATTR]:
        flags |= CLASS_GET_ATTR
    if defined[METHOD_SETATTR]:
        flags |= CLASS_SET_ATTRIBUTE
    if defines(cls, NAME_DELATTR, &found):
        flags |= CLASS_DELETE_ATTRIBUTE
    if defined[METHOD_GET] or (cls.instance_type != T_INSTANCE and (
            cls.instance_type == T_PROPERTY or cls.instance_type == T_SUPER)):
        flags |= CLASS_DESCRIPTOR
    if defined[METHOD_SET] or defines(cls, NAME_DELETE, &found) or cls.instance_type == T_PROPERTY:
        flags |= CLASS_DATA_DESCRIPTOR
    if defines(cls, NAME_INSTANCECHECK, &found) or defines(cls, NAME_SUBCLASSCHECK, &found):
        flags |= CLASS_INSTANCE_CHECK
    if defines(cls, NAME_DEL, &found):
        flags |= CLASS_FINALIZER
        if vm.heap.has_finalizers == 0:
            vm.heap.has_finalizers = 1
    if defines(cls, NAME_CLASS, &found):
        flags |= CLASS_CLAIMS_CLASS
    cls.initialiser = value_unset()
    if not defines(cls, NAME_NEW, &found) and not cls.flags & CLASS_ABSTRACT and not (
            cls.metaclass != NULL and defines(cls.metaclass, NAME_CALL, &found)) and (
            class_lookup(cls, NAME_INIT, &found) and type_of(found) in (T_FUNCTION, T_NATIVE)):
        if cls.instance_type == T_INSTANCE and cls.base == types_pointer[T_OBJECT].cls:
            flags |= CLASS_PLAIN_NEW
            cls.initialiser = found
        elif cls.instance_type == T_EXCEPTION and exception_family(cls) == FAMILY_NONE:
            flags |= CLASS_PLAIN_EXCEPTION
            cls.initialiser = found
        elif has_value(cls.base.instance_type):
            flags |= CLASS_PLAIN_SUBCLASS
            cls.initialiser = found
    cls.flags = flags
    class_renew(vm, cls)


# A class's attribute of this name has changed: caches and rows follow, also those of its subclasses.
cdef void class_changed(VM* vm, Class* cls, Str* name) noexcept nogil:
    cdef Class* other = vm.classes.next
    cdef bint special = name.length > 4 and str_byte(name, 0) == c'_' and str_byte(name, 1) == c'_'
    if special:
        class_update(vm, cls)
    else:
        class_renew(vm, cls)
    if not cls.flags & (CLASS_HAS_SUBCLASSES | CLASS_METACLASS):
        return
    while other != &vm.classes:
        if other != cls and class_is_subclass(other, cls):
            if special:
                class_update(vm, other)
            else:
                class_renew(vm, other)
        elif other.metaclass != NULL and class_is_subclass(other.metaclass, cls):
            # What the metaclass has may come before what the class has.
            class_renew(vm, other)
        other = other.next
