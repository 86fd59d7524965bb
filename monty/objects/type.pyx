"""Classes: attribute lookup, isinstance, the row of classes, dir()."""

from libc.stdint cimport int32_t, int64_t, uint32_t
from libc.string cimport strlen

from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty.objects.dict cimport Dict, dict_get_str, dict_new, dict_next, dict_set
from monty.objects.steppers cimport is_stepper, Stepper
from monty.objects.str cimport str_char, str_equal, str_hash, str_static, str_substring
from monty.objects.str_builder cimport (writer_ascii, writer_char, writer_discard, writer_finish, writer_init, writer_str)
from monty.objects.generic_alias cimport GenericAlias
from monty.objects.typing_form cimport FORM_ALIAS, FORM_BARE, FORM_PLAIN, T_TYPING_FORM, TypingForm
from monty.objects.union_type cimport Union
from monty.objects.list cimport List, list_append, list_new
from monty.objects.module cimport Module, module_write_name
from monty.objects.class_rows cimport class_get_plain, class_set_plain, class_update
from monty.objects.instance cimport bind_attribute, class_lookup, plain_number
from monty.objects.mapping_proxy cimport mapping_proxy_new
from monty.objects.str_utf8 cimport str_utf8_size, str_utf8_write
from monty.objects.sequence cimport host_minor
from monty.objects.tuple cimport Tuple, tuple_empty, tuple_items
from monty._protocol cimport value_truth
from monty.objects.exception cimport exception_class, raise_named


import sys

cdef int HOST_MINOR = sys.version_info[1]


cdef bint class_is_subclass(Class* cls, Class* other) noexcept nogil:
    cdef Tuple* mro
    cdef int64_t i
    if cls == other:
        return True
    mro = <Tuple*>cls.mro.as_.block
    for i in range(mro.length):
        if tuple_items(mro)[i].as_.block == &other.head:
            return True
    return False


cdef Class* class_of(Value v) noexcept nogil:
    cdef int tag = v.tag & TYPE_MASK
    cdef Class* facade
    if v.tag & SUBCLASSED:
        return subclass_of(v)
    if tag == T_INSTANCE or tag == T_EXCEPTION:
        return (<Object*>v.as_.block).cls
    if tag == T_GENERATOR or tag == T_COROUTINE:
        facade = (<Generator*>v.as_.block).facade
        if facade != NULL:
            return facade
    if is_stepper(tag):
        return (<Stepper*>v.as_.block).facade
    if tag == T_LONG:
        tag = T_INT
    elif tag == T_FUNCTION and is_built_in_function(<Function*>v.as_.block):
        tag = T_NATIVE
    elif tag == T_NATIVE:
        tag = native_shown_type(<Native*>v.as_.block)
    elif tag == T_BOUND_METHOD and type_of((<BoundMethod*>v.as_.block).function) == T_NATIVE:
        tag = (T_METHOD_WRAPPER if (<Native*>(<BoundMethod*>v.as_.block).function.as_.block).wrapper else T_NATIVE)
    return types_pointer[tag].cls


cdef Native* table_find(NativeTable* table, Str* name) noexcept nogil:
    cdef uint32_t slot
    if table == NULL:
        return NULL
    slot = <uint32_t>str_hash(name) & table.mask
    while table.names[slot] != NULL:
        if table.names[slot] == name or str_equal(table.names[slot], name):
            return table.natives[slot]
        slot = (slot + 1) & table.mask
    return NULL


cdef Native* table_lookup(Class* cls, Str* name) noexcept nogil:
    return table_find(<NativeTable*>cls.native_table, name)


cdef Value class_value(Class* cls) noexcept nogil:
    if cls.flags & CLASS_BUILTIN:
        return value_immortal(&cls.head)
    cls.head.refcount += 1
    return value_block(&cls.head)


cdef Native* class_find_native(Class* cls, Str* name) noexcept nogil:
    cdef Tuple* mro = <Tuple*>cls.mro.as_.block
    cdef int64_t i
    cdef Class* base
    cdef Native* found
    for i in range(mro.length):
        base = <Class*>tuple_items(mro)[i].as_.block
        found = table_find(<NativeTable*>base.native_table, name)
        if found != NULL:
            return found
    return NULL


cdef const char* native_owner_name(Native* native) noexcept nogil:
    if native.type < T_TYPE_COUNT:
        return types_pointer[native.type].name
    return exception_class(native.type - T_TYPE_COUNT).c_name


cdef int bound_method_new(VM* vm, Value function, Value receiver, Value* out) noexcept nogil:
    cdef BoundMethod* b = <BoundMethod*>heap_alloc(vm, T_BOUND_METHOD, sizeof(BoundMethod), True)
    if b == NULL:
        return ERROR
    b.function = value_copy(function)
    b.receiver = value_copy(receiver)
    out[0] = value_block(&b.head)
    return OK


cdef int bind_native_attribute(VM* vm, Native* native, Value v, Class* cls, Value* out) noexcept nogil:
    cdef TypeRow* row
    cdef int status
    if native.kind == NATIVE_GETTER:
        if native.type != T_OBJECT:
            v = plain_number(v)
        status = native.function(vm, &v, 1, out)
        row = &types_pointer[v.tag & TYPE_MASK]
        if status == NOT_IMPLEMENTED and row.get_attribute != NULL:
            # an attribute that the built-in type's row answers by name
            return row.get_attribute(vm, v, native.name, out)
        return status
    if native.kind == NATIVE_METHOD:
        return bound_method_new(vm, value_immortal(&native.head), v, out)
    if native.kind == NATIVE_CLASS:
        return bound_method_new(vm, value_immortal(&native.head), value_immortal(&cls.head), out)
    out[0] = value_none() if native.kind == NATIVE_NONE else value_immortal(&native.head)
    return OK


cdef int value_find_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef TypeRow* row = row_of(v)
    cdef Value found
    cdef Class* cls
    cdef Native* native
    cdef int status
    if row.get_attribute != NULL:
        status = row.get_attribute(vm, v, name, out)
        if status != NOT_IMPLEMENTED:
            return status
    if v.tag & SUBCLASSED:
        return NOT_IMPLEMENTED          # its row's function has looked everywhere
    cls = class_of(v)
    if cls == NULL:
        return NOT_IMPLEMENTED
    if not cls.flags & CLASS_BUILTIN and class_lookup(cls, name, &found):
        # a generator that shows as an instance of the class
        return bind_attribute(vm, found, v, cls, out)
    native = class_find_native(cls, name)
    if native != NULL:
        return bind_native_attribute(vm, native, v, cls, out)
    if str_equal(name, NAME_CLASS):
        out[0] = class_value(cls)
        return OK
    if str_equal(name, NAME_DOC) and cls.flags & CLASS_BUILTIN:
        out[0] = value_immortal(&cls.doc.head) if cls.doc != NULL else value_none()
        return OK
    return NOT_IMPLEMENTED


# The AttributeError of a missing attribute in CPython's words; returns ERROR.
cdef int raise_no_attribute(VM* vm, Value v, Str* name, bint setting) noexcept nogil:
    cdef Writer w
    cdef Value message, name_value
    cdef int type = type_of(v)
    cdef bint has_own = (type == T_TYPE or type == T_MODULE or type == T_FUNCTION or type == T_EXCEPTION
                         or (v.tag & SUBCLASSED and subclass_of(v).flags & CLASS_HAS_DICT))
    cdef int status
    writer_init(&w, vm)
    if type == T_TYPE:
        status = writer_ascii(&w, "type object '", -1)
        if status == OK:
            status = writer_str(&w, <Str*>(<Class*>v.as_.block).name.as_.block)
    elif type == T_MODULE:
        status = writer_ascii(&w, "module '", -1)
        if status == OK:
            status = module_write_name(&w, v)
    else:
        status = writer_char(&w, 39)
        if status == OK:
            status = writer_ascii(&w, type_name(v), -1)
    if (status != OK or writer_ascii(&w, "' has no attribute '" if type == T_TYPE or type == T_MODULE
                                     else "' object has no attribute '", -1) != OK
            or writer_str(&w, name) != OK or writer_char(&w, 39) != OK
            or (setting and not has_own and HOST_MINOR >= 13
                and writer_ascii(&w, " and no __dict__ for setting new attributes", -1) != OK)):
        writer_discard(&w)
        return ERROR
    if writer_finish(&w, &message) != OK:
        return ERROR
    if setting and HOST_MINOR < 13:
        return raise_value(vm, E_ATTRIBUTE_ERROR, message)
    # The name may be anything from an immortal constant to a text that is released next: the error has its own.
    if str_substring(vm, name, 0, name.length, &name_value) != OK:
        decref(vm, message)
        return ERROR
    status = raise_named(vm, E_ATTRIBUTE_ERROR, message, name_value, v)
    decref(vm, name_value)
    return status


cdef int value_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef int status = value_find_attribute(vm, v, name, out)
    if status != NOT_IMPLEMENTED:
        return status
    return raise_no_attribute(vm, v, name, False)


cdef int raise_read_only(VM* vm, Value v, Str* name) noexcept nogil:
    cdef Writer w
    cdef Value message
    writer_init(&w, vm)
    if (writer_char(&w, 39) != OK or writer_ascii(&w, type_name(v), -1) != OK
            or writer_ascii(&w, "' object attribute '", -1) != OK or writer_str(&w, name) != OK
            or writer_ascii(&w, "' is read-only", -1) != OK):
        writer_discard(&w)
        return ERROR
    if writer_finish(&w, &message) != OK:
        return ERROR
    return raise_value(vm, E_ATTRIBUTE_ERROR, message)


cdef int value_set_attribute(VM* vm, Value v, Value name, Value value) noexcept nogil:
    cdef TypeRow* row = row_of(v)
    cdef int status = NOT_IMPLEMENTED
    cdef Class* cls
    if row.set_attribute != NULL:
        status = row.set_attribute(vm, v, name, value)
    if status != NOT_IMPLEMENTED:
        return status
    if type_of(v) == T_TYPE and (<Class*>v.as_.block).flags & CLASS_BUILTIN:
        return raise_immutable_type(vm, v, name)
    if v.tag & SUBCLASSED:
        return raise_no_attribute(vm, v, <Str*>name.as_.block, True)
    if str_equal(<Str*>name.as_.block, NAME_CLASS):
        return raise_error(vm, E_TYPE_ERROR, "can't delete __class__ attribute" if value.tag == T_UNSET else
                           "__class__ assignment only supported for mutable types or ModuleType subclasses")
    cls = class_of(v)
    if cls != NULL and class_find_native(cls, <Str*>name.as_.block) != NULL:
        return raise_read_only(vm, v, <Str*>name.as_.block)
    return raise_no_attribute(vm, v, <Str*>name.as_.block, True)


cdef int raise_immutable_type(VM* vm, Value v, Value name) noexcept nogil:
    cdef Writer w
    cdef Value message
    writer_init(&w, vm)
    if (writer_ascii(&w, "cannot set '", -1) != OK or writer_str(&w, <Str*>name.as_.block) != OK
            or writer_ascii(&w, "' attribute of immutable type '", -1) != OK
            or writer_str(&w, <Str*>(<Class*>v.as_.block).name.as_.block) != OK or writer_char(&w, 39) != OK):
        writer_discard(&w)
        return ERROR
    if writer_finish(&w, &message) != OK:
        return ERROR
    return raise_value(vm, E_TYPE_ERROR, message)


cdef int value_is_instance(VM* vm, Value v, Value classes, int depth, bint* out) noexcept nogil:
    cdef Tuple* t
    cdef int64_t i
    cdef int status
    out[0] = False
    if type_of(classes) == T_TYPE:
        out[0] = class_is_subclass(class_of(v), <Class*>classes.as_.block)
        if classes.tag & SUBCLASSED and subclass_of(classes).flags & CLASS_INSTANCE_CHECK:
            if class_of(v) == <Class*>classes.as_.block:
                return OK
            return defer_to(vm, IS_INSTANCE)
        if not out[0] and v.tag & SUBCLASSED and subclass_of(v).flags & (CLASS_GET_ATTRIBUTE | CLASS_CLAIMS_CLASS):
            return defer_to(vm, IS_INSTANCE)
        return OK
    if type_of(classes) == T_TUPLE:
        if depth <= 0:
            return raise_error(vm, E_RECURSION_ERROR, "maximum recursion depth exceeded in __instancecheck__")
        t = <Tuple*>classes.as_.block
        for i in range(t.length):
            status = value_is_instance(vm, v, tuple_items(t)[i], depth - 1, out)
            if status != OK or out[0]:
                return status
        return OK
    if type_of(classes) == T_UNION:
        # its members: a tuple of classes and of what raises below
        return value_is_instance(vm, v, (<Union*>classes.as_.block).args, depth - 1, out)
    if type_of(classes) == T_GENERIC_ALIAS:
        if (<GenericAlias*>classes.as_.block).shown.tag != T_UNSET:
            return raise_error(vm, E_TYPE_ERROR, "Subscripted generics cannot be used with class and instance checks")
        return raise_error(vm, E_TYPE_ERROR, "isinstance() argument 2 cannot be a parameterized generic")
    if type_of(classes) == T_TYPING_FORM:
        i = (<TypingForm*>classes.as_.block).origin
        if i < 0 and (<TypingForm*>classes.as_.block).kind in (FORM_ALIAS, FORM_BARE):
            return defer_to(vm, IS_INSTANCE)
        if i < 0:
            return raise_error(vm, E_TYPE_ERROR, "typing.Any cannot be used with isinstance()"
                               if (<TypingForm*>classes.as_.block).kind == FORM_PLAIN
                               else "isinstance() arg 2 must be a type, a tuple of types, or a union")
        out[0] = class_is_subclass(class_of(v), types_pointer[i].cls)
        return OK
    if type_of(classes) == T_INSTANCE:
        return defer_to(vm, IS_INSTANCE)
    return raise_error(vm, E_TYPE_ERROR, "isinstance() arg 2 must be a type, a tuple of types, or a union")


cdef int class_is_subclass_of(VM* vm, Value cls, Value classes, int depth, bint* out) noexcept nogil:
    cdef Tuple* t
    cdef int64_t i
    cdef int status
    out[0] = False
    if type_of(classes) == T_TYPE and classes.tag & SUBCLASSED and (
            subclass_of(classes).flags & CLASS_INSTANCE_CHECK):
        return defer_to(vm, IS_SUBCLASS)
    if type_of(cls) != T_TYPE:
        if cls.tag & SUBCLASSED:
            return defer_to(vm, IS_SUBCLASS)
        return raise_error(vm, E_TYPE_ERROR, "issubclass() arg 1 must be a class")
    if type_of(classes) == T_TYPE:
        out[0] = class_is_subclass(<Class*>cls.as_.block, <Class*>classes.as_.block)
        return OK
    if type_of(classes) == T_TUPLE:
        if depth <= 0:
            return raise_error(vm, E_RECURSION_ERROR, "maximum recursion depth exceeded in __subclasscheck__")
        t = <Tuple*>classes.as_.block
        for i in range(t.length):
            status = class_is_subclass_of(vm, cls, tuple_items(t)[i], depth - 1, out)
            if status != OK or out[0]:
                return status
        return OK
    if type_of(classes) == T_UNION:
        return class_is_subclass_of(vm, cls, (<Union*>classes.as_.block).args, depth - 1, out)
    if type_of(classes) == T_GENERIC_ALIAS:
        if (<GenericAlias*>classes.as_.block).shown.tag != T_UNSET:
            return raise_error(vm, E_TYPE_ERROR, "Subscripted generics cannot be used with class and instance checks")
        return raise_error(vm, E_TYPE_ERROR, "issubclass() argument 2 cannot be a parameterized generic")
    if type_of(classes) == T_TYPING_FORM and (<TypingForm*>classes.as_.block).origin >= 0:
        i = (<TypingForm*>classes.as_.block).origin
        out[0] = class_is_subclass(<Class*>cls.as_.block, types_pointer[i].cls)
        return OK
    if type_of(classes) == T_INSTANCE or (type_of(classes) == T_TYPING_FORM
                                          and (<TypingForm*>classes.as_.block).kind in (FORM_ALIAS, FORM_BARE)):
        return defer_to(vm, IS_SUBCLASS)
    return raise_error(vm, E_TYPE_ERROR, "issubclass() arg 2 must be a class, a tuple of classes, or a union")


# --- the row of classes ----------------------------------------------------------------------------------------------

cdef int type_repr(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    cdef Class* cls = <Class*>v.as_.block
    if writer_ascii(w, "<class '", 8) != OK:
        return ERROR
    if type_of(cls.module) == T_STR and not str_equal(<Str*>cls.module.as_.block, NAME_BUILTINS):
        if writer_str(w, <Str*>cls.module.as_.block) != OK or writer_char(w, 46) != OK:
            return ERROR
    if writer_str(w, <Str*>cls.qualname.as_.block) != OK:
        return ERROR
    return writer_ascii(w, "'>", 2)


# What every class has, whoever defined it.
cdef int class_get_builtin(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef Class* cls = <Class*>v.as_.block
    cdef Value found
    if name.length > 6 and (<unsigned char*>(name + 1))[0] == c'_':
        if str_equal(name, NAME_NAME):
            out[0] = value_copy(cls.name)
            return OK
        if str_equal(name, NAME_QUALNAME):
            out[0] = value_copy(cls.qualname)
            return OK
        if str_equal(name, NAME_MODULE):
            if not cls.flags & CLASS_BUILTIN and dict_get_str(<Dict*>cls.attributes.as_.block, name, &found):
                out[0] = value_copy(found)
                return OK
            if cls.module.tag == T_UNSET:
                out[0] = value_immortal(&NAME_BUILTINS.head)
                return OK
            out[0] = value_copy(cls.module)
            return OK
        if str_equal(name, NAME_BASES):
            out[0] = value_copy(cls.bases)
            return OK
        if str_equal(name, NAME_MRO):
            out[0] = value_copy(cls.mro) if not cls.flags & CLASS_WITHOUT_ORDER else value_none()
            return OK
        if str_equal(name, NAME_BASE):
            return class_main_base(cls, out)
        if str_equal(name, NAME_CLASS):
            out[0] = class_value(class_of(v))
            return OK
        if str_equal(name, NAME_DICT):
            if not cls.flags & CLASS_BUILTIN:
                return mapping_proxy_new(vm, <Dict*>cls.attributes.as_.block, out)
            return class_own_dict(vm, cls, out)
        if str_equal(name, NAME_ABSTRACT):
            if not cls.flags & CLASS_BUILTIN and dict_get_str(<Dict*>cls.attributes.as_.block, name, &found):
                out[0] = value_copy(found)
                return OK
            return NOT_IMPLEMENTED
        if str_equal(name, NAME_ANNOTATIONS):
            return class_annotations(vm, cls, out)
        if str_equal(name, NAME_TYPE_PARAMS) and host_minor() >= 12:
            if not cls.flags & CLASS_BUILTIN and dict_get_str(<Dict*>cls.attributes.as_.block, name, &found):
                out[0] = value_copy(found)
            else:
                out[0] = tuple_empty()
            return OK
        if cls.flags & CLASS_BUILTIN and str_equal(name, NAME_DOC):
            out[0] = value_immortal(&cls.doc.head) if cls.doc != NULL else value_none()
            return OK
        if str_equal(name, NAME_DOC) and not cls.flags & CLASS_BUILTIN:
            if dict_get_str(<Dict*>cls.attributes.as_.block, name, &found):
                if found.tag & SUBCLASSED or type_of(found) == T_PROPERTY:
                    return DEFER
                if type_of(found) == T_CLASS_METHOD or type_of(found) == T_STATIC_METHOD:
                    return class_get_plain(vm, v, name, out)
                out[0] = value_copy(found)
                return OK
    return class_get_plain(vm, v, name, out)


# __annotations__: those of the class itself; a new dict if it has none yet.
cdef int class_annotations(VM* vm, Class* cls, Value* out) noexcept nogil:
    cdef Value found
    cdef Dict* d
    if cls.flags & CLASS_BUILTIN:
        return NOT_IMPLEMENTED
    if dict_get_str(<Dict*>cls.attributes.as_.block, NAME_ANNOTATIONS, &found):
        if found.tag & SUBCLASSED or type_of(found) == T_PROPERTY:
            return class_get_plain(vm, value_block(&cls.head), NAME_ANNOTATIONS, out)
        out[0] = value_copy(found)
        return OK
    d = dict_new(vm, 0)
    if d == NULL:
        return ERROR
    if dict_set(vm, <Dict*>cls.attributes.as_.block, value_immortal(&NAME_ANNOTATIONS.head), value_block(&d.head)) != OK:
        decref(vm, value_block(&d.head))
        return ERROR
    out[0] = value_block(&d.head)
    return OK


# __base__: the base that decides the layout.
cdef int class_main_base(Class* cls, Value* out) noexcept nogil:
    cdef Tuple* bases = <Tuple*>cls.bases.as_.block
    cdef Class* base
    cdef Class* best = NULL
    cdef int64_t i
    if bases.length == 0:
        out[0] = value_none()
        return OK
    for i in range(bases.length):
        base = <Class*>tuple_items(bases)[i].as_.block
        if best == NULL:
            best = base
        elif cls.base != NULL and (best.base if best.base != NULL else best) != cls.base and (
                base.base if base.base != NULL else base) == cls.base:
            best = base
    out[0] = class_value(best)
    return OK


# The __dict__ of a built-in class: a proxy of a dict of its methods.
cdef int class_own_dict(VM* vm, Class* cls, Value* out) noexcept nogil:
    cdef Dict* d = dict_new(vm, 16)
    cdef NativeTable* table = <NativeTable*>cls.native_table
    cdef uint32_t slot
    cdef int status
    if d == NULL:
        return ERROR
    if table != NULL:
        for slot in range(table.mask + 1):
            if table.names[slot] != NULL:
                if dict_set(vm, d, value_immortal(&table.names[slot].head),
                            value_none() if table.natives[slot].kind == NATIVE_NONE
                            else value_immortal(&table.natives[slot].head)) != OK:
                    decref(vm, value_block(&d.head))
                    return ERROR
    status = mapping_proxy_new(vm, d, out)
    decref(vm, value_block(&d.head))
    return status


cdef int type_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef int status = class_get_builtin(vm, v, name, out)
    if status == DEFER:
        return defer_to(vm, ATTRIBUTE_GET)
    return status


cdef int metaclass_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef Class* meta = subclass_of(v)
    cdef int status
    if meta.flags & CLASS_GET_ATTRIBUTE:
        return defer_to(vm, ATTRIBUTE_GET)
    status = class_get_builtin(vm, v, name, out)
    if status == DEFER or (meta.flags & CLASS_GET_ATTR and (
            status == NOT_IMPLEMENTED or (status == ERROR and error_is(vm, E_ATTRIBUTE_ERROR)))):
        clear_error(vm)
        return defer_to(vm, ATTRIBUTE_GET)
    return status


cdef int class_set_builtin(VM* vm, Value v, Value name, Value value) noexcept nogil:
    cdef Class* cls = <Class*>v.as_.block
    cdef Str* text = <Str*>name.as_.block
    cdef char* c_name
    cdef size_t size
    if cls.flags & CLASS_BUILTIN:
        return raise_immutable_type(vm, v, name)
    if str_equal(text, NAME_NAME) or str_equal(text, NAME_QUALNAME):
        if value.tag == T_UNSET:
            return raise_format(vm, E_TYPE_ERROR, "cannot delete '%s' attribute of type '%s'",
                                "__name__" if str_equal(text, NAME_NAME) else "__qualname__", cls.c_name, NULL)
        if type_of(value) != T_STR:
            return raise_format(vm, E_TYPE_ERROR, "can only assign string to %s.%s, not '%s'", cls.c_name,
                                "__name__" if str_equal(text, NAME_NAME) else "__qualname__", type_name(value))
        if str_equal(text, NAME_QUALNAME):
            value_store(vm, &cls.qualname, value_copy(value))
            return OK
        size = str_utf8_size(<Str*>value.as_.block)
        c_name = <char*>buffer_new(vm, size + 1)
        if c_name == NULL:
            return ERROR
        str_utf8_write(<Str*>value.as_.block, c_name)
        c_name[size] = 0
        if strlen(c_name) != size:
            buffer_free(vm, c_name)
            return raise_error(vm, E_VALUE_ERROR, "type name must not contain null characters")
        buffer_free(vm, cls.c_name)
        cls.c_name = c_name
        value_store(vm, &cls.name, value_copy(value))
        return OK
    if str_equal(text, NAME_MODULE) and value.tag != T_UNSET:
        value_store(vm, &cls.module, value_copy(value))
    if str_equal(text, NAME_BASES):
        if value.tag == T_UNSET:
            return raise_format(vm, E_TYPE_ERROR, "cannot delete '__bases__' attribute of type '%s'", cls.c_name, NULL,
                                NULL)
        return DEFER
    if str_equal(text, NAME_MRO) or str_equal(text, NAME_DICT):
        return raise_format(vm, E_ATTRIBUTE_ERROR, "attribute '%s' of 'type' objects is not writable",
                            "__mro__" if str_equal(text, NAME_MRO) else "__dict__", NULL, NULL)
    if str_equal(text, NAME_ABSTRACT):
        return class_set_abstract(vm, cls, name, value)
    return class_set_plain(vm, v, name, value)


cdef int class_set_abstract(VM* vm, Class* cls, Value name, Value value) noexcept nogil:
    cdef bint abstract = False
    cdef int status
    if value.tag != T_UNSET:
        status = value_truth(vm, value, &abstract)
        if status != OK:
            return status
    status = class_set_plain(vm, value_block(&cls.head), name, value)
    if status == OK:
        if abstract:
            cls.flags |= CLASS_ABSTRACT
        else:
            cls.flags &= ~CLASS_ABSTRACT
        class_update(vm, cls)
    return status


cdef int type_set_attribute(VM* vm, Value v, Value name, Value value) noexcept nogil:
    cdef int status
    if (<Class*>v.as_.block).flags & CLASS_BUILTIN:
        return NOT_IMPLEMENTED
    status = class_set_builtin(vm, v, name, value)
    if status == DEFER:
        return defer_to(vm, ATTRIBUTE_DELETE if value.tag == T_UNSET else ATTRIBUTE_SET)
    return status


cdef int metaclass_set_attribute(VM* vm, Value v, Value name, Value value) noexcept nogil:
    cdef Class* meta = subclass_of(v)
    if meta.flags & (CLASS_DELETE_ATTRIBUTE if value.tag == T_UNSET else CLASS_SET_ATTRIBUTE):
        return defer_to(vm, ATTRIBUTE_DELETE if value.tag == T_UNSET else ATTRIBUTE_SET)
    return type_set_attribute(vm, v, name, value)


cdef int value_find_special(VM* vm, Value v, Str* name, Value* function) noexcept nogil:
    cdef Class* cls = class_of(v)
    if cls != NULL and class_lookup(cls, name, function):
        return OK
    return NOT_IMPLEMENTED


cdef void type_free(VM* vm, Block* block) noexcept nogil:
    cdef Class* cls = <Class*>block
    cdef uint32_t i
    cls.previous.next = cls.next
    cls.next.previous = cls.previous
    for i in range(cls.key_count):
        decref(vm, cls.keys[i])
    buffer_free(vm, cls.keys)
    buffer_free(vm, cls.row)
    buffer_free(vm, cls.c_name)
    cls.key_count = 0
    cls.row = NULL
    decref(vm, cls.name)
    decref(vm, cls.qualname)
    decref(vm, cls.module)
    decref(vm, cls.bases)
    decref(vm, cls.mro)
    decref(vm, cls.attributes)
    if cls.metaclass != NULL:
        decref(vm, value_block(&cls.metaclass.head))


cdef void type_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef Class* cls = <Class*>block
    cdef uint32_t i
    visit_value(cls.name, visit, context)
    visit_value(cls.qualname, visit, context)
    visit_value(cls.module, visit, context)
    visit_value(cls.bases, visit, context)
    visit_value(cls.mro, visit, context)
    visit_value(cls.attributes, visit, context)
    for i in range(cls.key_count):
        visit_value(cls.keys[i], visit, context)
    if cls.metaclass != NULL:
        visit(&cls.metaclass.head, context)


# type(x); type(name, bases, namespace) is the prelude's.
cdef int type_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if count == 4:
        return DEFER
    if count != 2:
        return raise_error(vm, E_TYPE_ERROR, "type() takes 1 or 3 arguments")
    out[0] = class_value(class_of(args[1]))
    return OK


# type(None)() and the like
cdef int singleton_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Class* cls = <Class*>args[0].as_.block
    cdef const char* name = cls.c_name
    if cls.instance_type == T_ELLIPSIS:
        name = "EllipsisType"
    if count > 1:
        return raise_format(vm, E_TYPE_ERROR, "%s takes no arguments", name, NULL, NULL)
    if cls.instance_type == T_NONE:
        out[0] = value_none()
    elif cls.instance_type == T_ELLIPSIS:
        out[0].tag = T_ELLIPSIS
        out[0].aux = 0
        out[0].as_.i = 0
    else:
        out[0] = value_not_implemented()
    return OK


cdef int object_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Object* o
    if count > 1:
        return raise_error(vm, E_TYPE_ERROR, "object() takes no arguments")
    o = <Object*>heap_alloc(vm, T_INSTANCE, sizeof(Object), True)
    if o == NULL:
        return ERROR
    o.cls = types_pointer[T_OBJECT].cls
    out[0] = value_block(&o.head)
    return OK


# --- dir -------------------------------------------------------------------------------------------------------------

# Append the names that the class and its bases define to the list.
cdef int class_names(VM* vm, Class* cls, List* names) noexcept nogil:
    cdef Tuple* mro = <Tuple*>cls.mro.as_.block
    cdef NativeTable* table
    cdef int64_t i
    cdef uint32_t slot
    for i in range(mro.length):
        table = <NativeTable*>(<Class*>tuple_items(mro)[i].as_.block).native_table
        if not (<Class*>tuple_items(mro)[i].as_.block).flags & CLASS_BUILTIN:
            if dict_names(vm, (<Class*>tuple_items(mro)[i].as_.block).attributes, names) != OK:
                return ERROR
        if table == NULL:
            continue
        for slot in range(table.mask + 1):
            if table.names[slot] != NULL and list_append(vm, names, value_immortal(&table.names[slot].head)) != OK:
                return ERROR
    return OK


cdef int dict_names(VM* vm, Value attributes, List* names) noexcept nogil:
    cdef int64_t position = 0
    cdef Value key, item
    if attributes.tag == T_UNSET:
        return OK
    while dict_next(<Dict*>attributes.as_.block, &position, &key, &item):
        if list_append(vm, names, value_copy(key)) != OK:
            return ERROR
    return OK


# The names of the globals of a module that are bound now. Those that the compiler made begin with a dot.
cdef int global_names(VM* vm, ModuleState* state, List* names) noexcept nogil:
    cdef int32_t i
    cdef Str* name
    for i in range(state.global_count):
        name = <Str*>state.global_names[i].as_.block
        if state.registers[i].tag != T_UNSET and (name.length == 0 or str_char(name, 0) != c'.'):
            if list_append(vm, names, state.global_names[i]) != OK:
                return ERROR
    return OK


# list[int] has the attributes of list, and some of its own.
cdef int alias_names(VM* vm, GenericAlias* alias, List* names) noexcept nogil:
    cdef Str* own[3]
    cdef int i
    own[0] = NAME_ORIGIN
    own[1] = NAME_ARGS
    own[2] = NAME_PARAMETERS
    for i in range(3):
        if list_append(vm, names, value_immortal(&own[i].head)) != OK:
            return ERROR
    if type_of(alias.origin) == T_TYPE:
        return class_names(vm, <Class*>alias.origin.as_.block, names)
    return class_names(vm, types_pointer[T_GENERIC_ALIAS].cls, names)


# Append the names of an instance's own attributes to the list.
cdef int instance_names(VM* vm, Attributes* attributes, List* names) noexcept nogil:
    cdef uint32_t i
    if attributes == NULL:
        return OK
    for i in range(attributes.count):
        if attributes.values[i].tag != T_UNSET and list_append(vm, names, value_copy(attributes.cls.keys[i])) != OK:
            return ERROR
    if attributes.dictionary != NULL:
        return dict_names(vm, value_block(attributes.dictionary), names)
    return OK


# The names of an object's attributes, in no order and with repetitions; without an object, those bound in the caller.
cdef int names_of(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef List* names = list_new(vm, 16)
    cdef int status
    if names == NULL:
        return ERROR
    if type_of(args[0]) == T_TYPE:
        status = class_names(vm, <Class*>args[0].as_.block, names)
    elif type_of(args[0]) == T_GENERIC_ALIAS:
        status = alias_names(vm, <GenericAlias*>args[0].as_.block, names)
    elif type_of(args[0]) == T_MODULE:
        # what the module holds, nothing of its type
        status = list_append(vm, names, value_immortal(&NAME_NAME.head))
    else:
        status = class_names(vm, class_of(args[0]), names)
    if status == OK and type_of(args[0]) != T_MODULE:
        status = list_append(vm, names, value_immortal(&NAME_CLASS.head))
    if status == OK:
        status = list_append(vm, names, value_immortal(&NAME_DOC.head))
    if status == OK and type_of(args[0]) != T_MODULE and (<Class*>args[0].as_.block if type_of(args[0]) == T_TYPE
                                                          else class_of(args[0])).flags & CLASS_HAS_DICT:
        status = list_append(vm, names, value_immortal(&NAME_DICT.head))
    if status == OK:
        if type_of(args[0]) == T_MODULE:
            status = dict_names(vm, (<Module*>args[0].as_.block).attributes, names)
            if status == OK and (<Module*>args[0].as_.block).state != NULL:
                status = global_names(vm, (<Module*>args[0].as_.block).state, names)
        elif type_of(args[0]) == T_EXCEPTION:
            status = dict_names(vm, (<ExceptionObject*>args[0].as_.block).attributes, names)
        elif type_of(args[0]) == T_FUNCTION:
            status = dict_names(vm, (<Function*>args[0].as_.block).attributes, names)
        elif args[0].tag & SUBCLASSED and type_of(args[0]) != T_TYPE:
            status = instance_names(vm, block_attributes(args[0].as_.block), names)
    if status != OK:
        decref(vm, value_block(&names.head))
        return status
    out[0] = value_block(&names.head)
    return OK


# _names_bound(): the names of the globals that are bound, for code of a module; None for that of a function.
cdef int names_bound(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Machine* m = machine_of(vm)
    cdef Frame* frame = m.frame
    cdef List* names
    while frame > m.frames and frame.code.flags & CODE_PRELUDE:
        frame -= 1
    if not frame.code.flags & CODE_MODULE:
        out[0] = value_none()
        return OK
    names = list_new(vm, 16)
    if names == NULL:
        return ERROR
    if global_names(vm, frame.module, names) != OK:
        decref(vm, value_block(&names.head))
        return ERROR
    out[0] = value_block(&names.head)
    return OK


register_native(-1, NATIVE_INTRINSIC, b"_names_of(object, /)", names_of, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_names_bound()", names_bound, NULL)

cdef Value* ATTRIBUTE_GET = prelude_slot(b"attribute_get")
cdef Value* ATTRIBUTE_SET = prelude_slot(b"attribute_set")
cdef Value* ATTRIBUTE_DELETE = prelude_slot(b"attribute_delete")
cdef Value* IS_INSTANCE = prelude_slot(b"isinstance_slow")
cdef Value* IS_SUBCLASS = prelude_slot(b"issubclass_slow")

cdef Str* NAME_CLASS = str_static(b"__class__")
cdef Str* NAME_BASE = str_static(b"__base__")
cdef Str* NAME_DICT = str_static(b"__dict__")
cdef Str* NAME_ABSTRACT = str_static(b"__abstractmethods__")
cdef Str* NAME_NAME = str_static(b"__name__")
cdef Str* NAME_QUALNAME = str_static(b"__qualname__")
cdef Str* NAME_MODULE = str_static(b"__module__")
cdef Str* NAME_BASES = str_static(b"__bases__")
cdef Str* NAME_MRO = str_static(b"__mro__")
cdef Str* NAME_ORIGIN = str_static(b"__origin__")
cdef Str* NAME_ARGS = str_static(b"__args__")
cdef Str* NAME_PARAMETERS = str_static(b"__parameters__")
cdef Str* NAME_DOC = str_static(b"__doc__")
cdef Str* NAME_TYPE_PARAMS = str_static(b"__type_params__")
cdef Str* NAME_ANNOTATIONS = str_static(b"__annotations__")
cdef Str* NAME_BUILTINS = str_static(b"builtins")

cdef TypeRow* row = register_type(T_TYPE, b"type")
row.free = type_free
row.traverse = type_traverse
row.repr = type_repr
row.hash_identity = True
row.get_attribute = type_get_attribute
row.set_attribute = type_set_attribute
register_native(T_TYPE, NATIVE_NEW, b"type(cls, *args)", type_construct, b"type_construct")

for _singleton, _signature in ((T_NONE, b"NoneType(cls, /, *args)"), (T_ELLIPSIS, b"EllipsisType(cls, /, *args)"),
                               (T_NOT_IMPLEMENTED, b"NotImplementedType(cls, /, *args)")):
    register_native(_singleton, NATIVE_NEW, _signature, singleton_construct, NULL)

row = register_type(T_OBJECT, b"object")
register_native(T_OBJECT, NATIVE_NEW, b"object(cls, *args)", object_construct, NULL)
