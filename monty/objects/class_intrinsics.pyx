"""The intrinsics through which the prelude reaches classes and instances: what a class defines, special methods, plain
attribute access."""


from libc.stdint cimport int64_t, uint32_t, uint8_t
from libc.string cimport memcpy

from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty.objects.bytes cimport ByteArray, Bytes, bytes_data
from monty.objects.descriptors cimport Member, Property, member_new, method_wrapper_new
from monty.objects.dict cimport Dict, dict_get_str, dict_new, dict_remove, dict_set, dict_update_dict
from monty.objects.exception cimport exception_new
from monty.objects.exception_attributes cimport exception_fill_fields
from monty.objects.instance cimport *
from monty.objects.list cimport List, list_append, list_new
from monty.objects.set cimport Set, set_copy
from monty.objects.str cimport str_equal, str_static, str_utf8_size, str_utf8_write
from monty.objects.str_builder cimport (writer_ascii, writer_char, writer_discard, writer_finish, writer_init,
                                        writer_str)
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new
from monty.objects.type cimport bound_method_new, class_find_native, class_is_subclass, class_of, class_value
from monty._protocol cimport value_hash, is_native_iterator
from monty.objects.class_making cimport solid_base

cdef enum:
    MISSING = 1             # payload of the value that tells the prelude "there is none"


cdef inline Value missing_value() noexcept nogil:
    cdef Value v = value_not_implemented()
    v.as_.i = MISSING
    return v


# --- what the prelude asks -------------------------------------------------------------------------------------------

# _is_missing(x): is it the answer "there is none" of the functions below?
cdef int is_missing(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool(type_of(args[0]) == T_NOT_IMPLEMENTED and args[0].as_.i == MISSING)
    return OK


# _class_find(cls, name): what the class or a base defines, not bound.
cdef int class_find(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value found
    if class_lookup(<Class*>args[0].as_.block, <Str*>args[1].as_.block, &found):
        out[0] = value_copy(found)
    else:
        out[0] = missing_value()
    return OK


# _special(obj, name): the special method of obj's class, bound to obj.
cdef int special(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Class* cls = class_of(args[0])
    cdef Value found
    cdef int status
    if cls == NULL or not class_lookup(cls, <Str*>args[1].as_.block, &found):
        out[0] = missing_value()
        return OK
    status = bind_attribute(vm, found, args[0], cls, out)
    if status == NOT_IMPLEMENTED:
        out[0] = missing_value()
        return OK
    if status == DEFER:
        return defer_to(vm, SPECIAL_BIND)
    return status


# Is it the native that the built-in base of the class has under this name?
cdef inline bint is_own_native(Class* cls, Value name, Value found) noexcept nogil:
    return type_of(found) == T_NATIVE and found.as_.block == <Block*>class_find_native(
        cls.base if cls.base != NULL else cls, <Str*>name.as_.block)


# _special_function(obj, name): the special method as a program's class defines it, not bound; missing where the first
# that the MRO has is built in.
cdef int special_function(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Class* cls = class_of(args[0])
    cdef Value found
    if cls == NULL or not class_lookup(cls, <Str*>args[1].as_.block, &found) or is_own_native(cls, args[1], found):
        out[0] = missing_value()
    else:
        out[0] = value_copy(found)
    return OK


# _own_find(obj, name): the attribute in the instance's own __dict__.
cdef int own_find(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Attributes* attributes
    cdef Value* where
    cdef Value own
    out[0] = missing_value()
    if args[0].tag & SUBCLASSED:
        attributes = block_attributes(args[0].as_.block)
        if attributes != NULL:
            where = attributes_find(attributes, <Str*>args[1].as_.block)
            if where != NULL:
                out[0] = value_copy(where[0])
            return OK
    if type_of(args[0]) == T_EXCEPTION:
        own = (<ExceptionObject*>args[0].as_.block).attributes
    elif type_of(args[0]) == T_FUNCTION:
        own = (<Function*>args[0].as_.block).attributes
    else:
        return OK
    if own.tag != T_UNSET and dict_get_str(<Dict*>own.as_.block, <Str*>args[1].as_.block, &own):
        out[0] = value_copy(own)
    return OK


# _attribute_plain(obj, name): what is found with nothing written in Python; AttributeError. Not for names whose
# descriptors defer.
cdef int attribute_plain(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int status = NOT_IMPLEMENTED
    if args[0].tag & SUBCLASSED and type_of(args[0]) != T_TYPE:
        status = instance_get_plain(vm, args[0], <Str*>args[1].as_.block, out)
    elif type_of(args[0]) == T_TYPE:
        status = class_get_builtin(vm, args[0], <Str*>args[1].as_.block, out)
    else:
        return value_get_attribute(vm, args[0], <Str*>args[1].as_.block, out)
    if status == NOT_IMPLEMENTED or status == DEFER:
        return raise_no_attribute(vm, args[0], <Str*>args[1].as_.block, False)
    return status


cdef int attribute_set_plain(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value value = args[2] if count == 3 else value_unset()
    cdef int status
    if args[0].tag & SUBCLASSED and type_of(args[0]) != T_TYPE:
        status = instance_set_plain(vm, args[0], args[1], value)
    elif type_of(args[0]) == T_TYPE:
        status = class_set_builtin(vm, args[0], args[1], value)
    else:
        status = value_set_attribute(vm, args[0], args[1], value)
    if status == NOT_IMPLEMENTED or status == DEFER:
        return raise_no_attribute(vm, args[0], <Str*>args[1].as_.block, True)
    if status == OK:
        out[0] = value_none()
    return status


cdef int intrinsic_is_data_descriptor(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool(is_data_descriptor(args[0]))
    return OK


# _make_item_getter(cls): instances of the class, a subclass of int with a __get__, are descriptors of items of tuples.
cdef int make_item_getter(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    (<Class*>args[0].as_.block).flags |= CLASS_ITEM_GETTER
    out[0] = value_none()
    return OK


# _make_record(cls, size): so many arguments become the items of an instance of the class, a subclass of tuple without
# attributes, by no more than that; until one of its special methods is changed.
cdef int make_record(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    (<Class*>args[0].as_.block).record_size = <uint32_t>args[1].as_.i
    out[0] = value_none()
    return OK


cdef int is_class(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool(type_of(args[0]) == T_TYPE)
    return OK


cdef int is_subclass(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool(class_is_subclass(<Class*>args[0].as_.block, <Class*>args[1].as_.block))
    return OK


# _subclass_overrides(cls, base, name): is cls a subclass of base with another definition of the name?
cdef int subclass_overrides(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value mine, theirs
    cdef Str* name = <Str*>args[2].as_.block
    out[0] = value_bool(False)
    if class_is_subclass(<Class*>args[0].as_.block, <Class*>args[1].as_.block):
        if class_lookup(<Class*>args[0].as_.block, name, &mine):
            out[0] = value_bool(not class_lookup(<Class*>args[1].as_.block, name, &theirs)
                                or mine.as_.block != theirs.as_.block)
    return OK


cdef int is_iterator(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value found
    cdef Class* cls
    if type_of(args[0]) == T_GENERATOR or is_native_iterator(args[0]):
        out[0] = value_bool(True)
        return OK
    cls = class_of(args[0])
    out[0] = value_bool(cls != NULL and class_lookup(cls, NAME_NEXT, &found) and type_of(found) != T_NONE)
    return OK


# _hash_of_int(i): what hash() makes of a __hash__ method's answer.
cdef int hash_of_int(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t hash
    cdef Value number = plain_number(args[0])
    if number.tag == T_INT:
        out[0] = value_int(-2 if number.as_.i == -1 else number.as_.i)
        return OK
    if value_hash(vm, number, NATIVE_DEPTH, &hash) != OK:
        return ERROR
    out[0] = value_int(hash)
    return OK


cdef int bound_method(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return bound_method_new(vm, args[0], args[1], out)


cdef int is_plain_function(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool(type_of(args[0]) == T_FUNCTION or type_of(args[0]) == T_NATIVE)
    return OK


# _makes_coroutine(x): is it a function written with async def that is no generator?
cdef int makes_coroutine(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool(type_of(args[0]) == T_FUNCTION and (
        (<Function*>args[0].as_.block).code.flags & CODE_ANY_GENERATOR) == CODE_COROUTINE)
    return OK


# _builtin_class(name): the built-in class of that name, also of those that are no names of the language; None if there
# is none.
cdef int builtin_class(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int number
    out[0] = value_none()
    for number in range(T_TYPE_COUNT):
        if types_pointer[number].cls != NULL and str_equal(<Str*>types_pointer[number].cls.name.as_.block,
                                                           <Str*>args[0].as_.block):
            out[0] = class_value(types_pointer[number].cls)
            break
    return OK


cdef int member_get(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Member* member = <Member*>args[0].as_.block
    cdef int status
    if not args[1].tag & SUBCLASSED or not class_is_subclass(subclass_of(args[1]), member.owner):
        return raise_format(vm, E_TYPE_ERROR, "descriptor for '%s' objects doesn't apply to a '%s' object",
                            member.owner.c_name, type_name(args[1]), NULL)
    status = bind_attribute(vm, args[0], args[1], subclass_of(args[1]), out)
    if status == NOT_IMPLEMENTED or status == DEFER:
        return raise_no_attribute(vm, args[1], <Str*>member.name.as_.block, False)
    return status


cdef int member_set(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Member* member = <Member*>args[0].as_.block
    cdef int status
    if not args[1].tag & SUBCLASSED or not class_is_subclass(subclass_of(args[1]), member.owner):
        return raise_format(vm, E_TYPE_ERROR, "descriptor for '%s' objects doesn't apply to a '%s' object",
                            member.owner.c_name, type_name(args[1]), NULL)
    status = instance_set_plain(vm, args[1], member.name, args[2] if count == 3 else value_unset())
    if status == NOT_IMPLEMENTED or status == DEFER:
        return raise_no_attribute(vm, args[1], <Str*>member.name.as_.block, True)
    if status == OK:
        out[0] = value_none()
    return status


# _native_base(cls): the built-in class whose layout its instances have.
cdef int native_base(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = class_value(solid_base(<Class*>args[0].as_.block))
    return OK


cdef int is_abstract(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool((<Class*>args[0].as_.block).flags & CLASS_ABSTRACT and
                        not (<Class*>args[0].as_.block).flags & CLASS_BUILTIN)
    return OK


cdef int has_instance_dict(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Class* cls = <Class*>args[0].as_.block
    out[0] = value_bool(cls.flags & CLASS_HAS_DICT or (cls.flags & CLASS_BUILTIN and (
        cls.instance_type == T_EXCEPTION or cls.instance_type == T_TYPE)))
    return OK


# cls.__subclasses__(): those of this VM, in the order in which they were made.
cdef int class_subclasses(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef List* found = list_new(vm, 0)
    cdef Class* other = vm.classes.next
    cdef Tuple* bases
    cdef int64_t i
    if found == NULL:
        return ERROR
    while other != &vm.classes:
        bases = <Tuple*>other.bases.as_.block
        for i in range(bases.length):
            if tuple_items(bases)[i].as_.block == args[0].as_.block:
                if poll(vm, 8) != OK or list_append(vm, found, class_value(other)) != OK:
                    decref(vm, value_block(&found.head))
                    return ERROR
                break
        other = other.next
    out[0] = value_block(&found.head)
    return OK


# _class_find_before(cls, stop, name): what the classes before `stop` in the MRO of cls define.
cdef int class_find_before(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value found
    cdef Value stop_found
    out[0] = missing_value()
    if class_lookup(<Class*>args[0].as_.block, <Str*>args[2].as_.block, &found):
        if not class_lookup(<Class*>args[1].as_.block, <Str*>args[2].as_.block, &stop_found) or (
                found.as_.block != stop_found.as_.block):
            out[0] = value_copy(found)
    return OK


# _found_method(attribute): what FIND_METHOD leaves for the call that follows.
cdef int found_method(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return bound_method_new(vm, args[0], value_unset(), out)


# _exception_instance(cls, args): a new exception of a class of the program.
cdef int exception_instance(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return exception_new(vm, <Class*>args[0].as_.block, value_copy(args[1]), out)


cdef int is_union(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool(type_of(args[0]) == T_UNION)
    return OK


# _property_doc(property): the doc it was given, or None
cdef int property_doc(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy((<Property*>args[0].as_.block).doc)
    if out.tag == T_UNSET:
        out[0] = value_none()
    return OK


# obj.__class__ = cls and obj.__dict__ are instance_set_plain's and instance_get_plain's; object's getters tell of them.
# For what is written in the prelude alone.
# object.__new__(cls) for a class of the program; everything else is for the prelude.
cdef int object_new(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Class* cls
    if count != 1 or type_of(args[0]) != T_TYPE:
        return DEFER
    cls = <Class*>args[0].as_.block
    if cls.flags & (CLASS_BUILTIN | CLASS_ABSTRACT) or cls.instance_type != T_INSTANCE or (
            cls.base != types_pointer[T_OBJECT].cls):
        return DEFER
    return instance_new(vm, cls, value_unset(), out)


cdef int always_deferred(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return DEFER


# object.__getattribute__ and object.__setattr__ of an instance of a class of the program, where neither finds a
# descriptor that is written in Python.
cdef int object_getattribute(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int status = DEFER
    if args[0].tag == (T_INSTANCE | COUNTED | SUBCLASSED) and exact_type(args[1]) == T_STR and (
            not str_equal(<Str*>args[1].as_.block, NAME_ORIGIN)):
        status = instance_get_plain(vm, args[0], <Str*>args[1].as_.block, out)
    return DEFER if status == NOT_IMPLEMENTED else status


cdef int object_setattr(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int status = DEFER
    if args[0].tag & SUBCLASSED and type_of(args[0]) != T_TYPE and exact_type(args[1]) == T_STR:
        status = instance_set_plain(vm, args[0], args[1], args[2])
    if status == OK:
        out[0] = value_none()
    return DEFER if status == NOT_IMPLEMENTED else status


# _plain_number(x): the int, float or complex behind an instance of a subclass.
cdef int intrinsic_plain_number(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy(plain_number(args[0]))
    return OK


from monty.objects.type cimport (class_get_builtin, class_set_builtin, raise_no_attribute, value_get_attribute,
                                 value_set_attribute)

cdef Value* SPECIAL_BIND = prelude_slot(b"special_bind")
cdef Str* NAME_NEXT = str_static(b"__next__")
# The library's special forms answer for it in a way of their own.
cdef Str* NAME_ORIGIN = str_static(b"__origin__")

for signature, function in (
    (b"_is_missing(x, /)", <size_t>&is_missing),
    (b"_class_find(cls, name, /)", <size_t>&class_find),
    (b"_special(obj, name, /)", <size_t>&special),
    (b"_special_function(obj, name, /)", <size_t>&special_function),
    (b"_own_find(obj, name, /)", <size_t>&own_find),
    (b"_attribute_plain(obj, name, /)", <size_t>&attribute_plain),
    (b"_attribute_set_plain(obj, name, value, /)", <size_t>&attribute_set_plain),
    (b"_attribute_delete_plain(obj, name, /)", <size_t>&attribute_set_plain),
    (b"_is_data_descriptor(x, /)", <size_t>&intrinsic_is_data_descriptor),
    (b"_is_class(x, /)", <size_t>&is_class),
    (b"_is_subclass(cls, other, /)", <size_t>&is_subclass),
    (b"_subclass_overrides(cls, base, name, /)", <size_t>&subclass_overrides),
    (b"_is_iterator(x, /)", <size_t>&is_iterator),
    (b"_hash_of_int(i, /)", <size_t>&hash_of_int),
    (b"_bound_method(function, receiver, /)", <size_t>&bound_method),
    (b"_is_plain_function(x, /)", <size_t>&is_plain_function),
    (b"_makes_coroutine(x, /)", <size_t>&makes_coroutine),
    (b"_builtin_class(name, /)", <size_t>&builtin_class),
    (b"_member_get(member, instance, /)", <size_t>&member_get),
    (b"_native_base(cls, /)", <size_t>&native_base),
    (b"_is_abstract(cls, /)", <size_t>&is_abstract),
    (b"_has_instance_dict(cls, /)", <size_t>&has_instance_dict),
    (b"_plain_number(x, /)", <size_t>&intrinsic_plain_number),
    (b"_class_find_before(cls, stop, name, /)", <size_t>&class_find_before),
    (b"_found_method(attribute, /)", <size_t>&found_method),
    (b"_exception_instance(cls, args, /)", <size_t>&exception_instance),
    (b"_is_union(x, /)", <size_t>&is_union),
    (b"_property_doc(property, /)", <size_t>&property_doc),
):
    register_native(-1, NATIVE_INTRINSIC, <bytes>signature, <NativeFunction><size_t>function, NULL)

register_native(T_TYPE, NATIVE_METHOD, b"__subclasses__(self, /)", class_subclasses, NULL)

# types.MethodType(function, instance)
cdef int method_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value found
    cdef int type = type_of(args[1])
    if type != T_FUNCTION and type != T_NATIVE and type != T_BOUND_METHOD and type != T_TYPE and type != T_HOST_FUNCTION:
        if not class_lookup(class_of(args[1]), NAME_CALL, &found):
            return raise_error(vm, E_TYPE_ERROR, "first argument must be callable")
    if args[2].tag == T_NONE:
        return raise_error(vm, E_TYPE_ERROR, "instance must not be None")
    return bound_method_new(vm, args[1], args[2], out)


cdef Str* NAME_CALL = str_static(b"__call__")

register_native(T_BOUND_METHOD, NATIVE_NEW, b"method(cls, function, instance, /)", method_construct, NULL)
register_native(T_PROPERTY, NATIVE_METHOD, b"__get__(self, instance, owner=None, /)", always_deferred, b"property_get")
register_native(T_PROPERTY, NATIVE_METHOD, b"__set__(self, instance, value, /)", always_deferred, b"property_set")
register_native(T_PROPERTY, NATIVE_METHOD, b"__delete__(self, instance, /)", always_deferred, b"property_delete")
register_native(T_PROPERTY, NATIVE_METHOD, b"getter(self, fget, /)", always_deferred, b"property_getter")
register_native(T_PROPERTY, NATIVE_METHOD, b"setter(self, fset, /)", always_deferred, b"property_setter")
register_native(T_PROPERTY, NATIVE_METHOD, b"deleter(self, fdel, /)", always_deferred, b"property_deleter")
register_native(T_STATIC_METHOD, NATIVE_METHOD, b"__get__(self, instance, owner=None, /)", always_deferred,
                b"static_method_get")
register_native(T_STATIC_METHOD, NATIVE_METHOD, b"__call__(self, /, *args)", always_deferred, b"static_method_call")
register_native(T_CLASS_METHOD, NATIVE_METHOD, b"__get__(self, instance, owner=None, /)", always_deferred,
                b"class_method_get")
register_native(T_MEMBER, NATIVE_METHOD, b"__get__(self, instance, owner=None, /)", always_deferred, b"member_get")
register_native(T_MEMBER, NATIVE_METHOD, b"__set__(self, instance, value, /)", member_set, NULL)
register_native(T_MEMBER, NATIVE_METHOD, b"__delete__(self, instance, /)", member_set, NULL)
register_native(T_SUPER, NATIVE_METHOD, b"__get__(self, instance, owner=None, /)", always_deferred, b"super_get")
register_native(T_FUNCTION, NATIVE_METHOD, b"__get__(self, instance, owner=None, /)", always_deferred, b"function_get")

register_native(T_OBJECT, NATIVE_STATIC, b"__new__(*args)", object_new, b"object_new")
register_native(T_OBJECT, NATIVE_METHOD, b"__init__(self, /, *args)", always_deferred, b"object_init")
register_native(T_OBJECT, NATIVE_CLASS, b"__init_subclass__(cls, /, *args)", always_deferred, b"object_init_subclass")
register_native(-1, NATIVE_INTRINSIC, b"_make_item_getter(cls, /)", make_item_getter, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_make_record(cls, size, /)", make_record, NULL)
register_native(T_OBJECT, NATIVE_METHOD, b"__getattribute__(self, name, /)", object_getattribute, b"object_getattribute")
register_native(T_OBJECT, NATIVE_METHOD, b"__setattr__(self, name, value, /)", object_setattr, b"object_setattr")
register_native(T_OBJECT, NATIVE_METHOD, b"__delattr__(self, name, /)", always_deferred, b"object_delattr")
register_native(T_TYPE, NATIVE_METHOD, b"__getattribute__(self, name, /)", always_deferred, b"object_getattribute")
register_native(T_TYPE, NATIVE_METHOD, b"__setattr__(self, name, value, /)", always_deferred, b"type_setattr")
register_native(T_TYPE, NATIVE_METHOD, b"__delattr__(self, name, /)", always_deferred, b"type_delattr")
register_native(T_TYPE, NATIVE_STATIC, b"__new__(*args)", always_deferred, b"type_new")
register_native(T_TYPE, NATIVE_METHOD, b"__init__(self, /, *args)", always_deferred, b"type_init")
register_native(T_TYPE, NATIVE_METHOD, b"__call__(self, /, *args)", always_deferred, b"type_call_plain")
register_native(T_TYPE, NATIVE_CLASS, b"__prepare__(cls, /, *args)", always_deferred, b"type_prepare")
register_native(T_TYPE, NATIVE_METHOD, b"__instancecheck__(self, instance, /)", always_deferred, b"type_instancecheck")
register_native(T_TYPE, NATIVE_METHOD, b"__subclasscheck__(self, subclass, /)", always_deferred, b"type_subclasscheck")
