"""property, staticmethod, classmethod, the members that __slots__ makes, and super objects."""

from libc.stdint cimport uint32_t

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.instance cimport bind_attribute, class_lookup_after
from monty.objects.str cimport str_equal, str_static
from monty.objects.str_builder cimport writer_ascii, writer_char, writer_str
from monty.objects.type cimport class_is_subclass, class_of, class_value

import sys

cdef int HOST_MINOR = sys.version_info[1]


# --- property --------------------------------------------------------------------------------------------------------

cdef int property_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Property* p = <Property*>heap_alloc(vm, T_PROPERTY, sizeof(Property), True)
    if p == NULL:
        return ERROR
    p.getter = value_copy(args[1]) if args[1].tag != T_UNSET else value_none()
    p.setter = value_copy(args[2]) if args[2].tag != T_UNSET else value_none()
    p.deleter = value_copy(args[3]) if args[3].tag != T_UNSET else value_none()
    # Without one, that of the getter is asked for.
    p.doc = (value_copy(args[4]) if args[4].tag != T_UNSET and (args[4].tag != T_NONE or p.getter.tag == T_NONE)
             else value_unset())
    p.name = value_unset()
    out[0] = value_block(&p.head)
    return OK


# property.__init__(self, fget=None, fset=None, fdel=None, doc=None)
cdef int property_initialise(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Property* p = <Property*>args[0].as_.block
    if args[0].tag & SUBCLASSED:
        return DEFER
    return property_fill(vm, args, count, out)


# _property_fill(self, fget, fset, fdel, doc): what __init__ does, but for the doc of an instance of a subclass.
cdef int property_fill(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Property* p = <Property*>args[0].as_.block
    value_store(vm, &p.getter, value_copy(args[1]) if args[1].tag != T_UNSET else value_none())
    value_store(vm, &p.setter, value_copy(args[2]) if args[2].tag != T_UNSET else value_none())
    value_store(vm, &p.deleter, value_copy(args[3]) if args[3].tag != T_UNSET else value_none())
    value_store(vm, &p.doc, value_copy(args[4]) if args[4].tag != T_UNSET and (
        args[4].tag != T_NONE or p.getter.tag == T_NONE) else value_unset())
    out[0] = value_none()
    return OK


cdef void property_free(VM* vm, Block* block) noexcept nogil:
    cdef Property* p = <Property*>block
    decref(vm, p.getter)
    decref(vm, p.setter)
    decref(vm, p.deleter)
    decref(vm, p.doc)
    decref(vm, p.name)


cdef void property_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef Property* p = <Property*>block
    visit_value(p.getter, visit, context)
    visit_value(p.setter, visit, context)
    visit_value(p.deleter, visit, context)
    visit_value(p.doc, visit, context)
    visit_value(p.name, visit, context)


cdef size_t property_size(Block* block) noexcept nogil:
    return sizeof(Property)


cdef int property_fget(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy((<Property*>args[0].as_.block).getter)
    return OK


cdef int property_fset(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy((<Property*>args[0].as_.block).setter)
    return OK


cdef int property_fdel(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy((<Property*>args[0].as_.block).deleter)
    return OK


cdef int property_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    if str_equal(name, NAME_DOC) and (<Property*>v.as_.block).doc.tag != T_UNSET:
        out[0] = value_copy((<Property*>v.as_.block).doc)
        return OK
    if str_equal(name, NAME_DOC):
        return defer_to(vm, PROPERTY_DOC)
    if str_equal(name, NAME_ABSTRACT):
        return defer_to(vm, PROPERTY_ABSTRACT)
    return NOT_IMPLEMENTED


cdef int property_set_attribute(VM* vm, Value v, Value name, Value value) noexcept nogil:
    cdef Str* text = <Str*>name.as_.block
    # An instance of a subclass keeps its doc among its attributes: that of the class would hide one kept here.
    if str_equal(text, NAME_DOC) and not v.tag & SUBCLASSED:
        value_store(vm, &(<Property*>v.as_.block).doc, value_copy(value) if value.tag != T_UNSET else value_none())
        return OK
    if str_equal(text, NAME_FGET) or str_equal(text, NAME_FSET) or str_equal(text, NAME_FDEL):
        return raise_error(vm, E_ATTRIBUTE_ERROR, "readonly attribute")
    return NOT_IMPLEMENTED


# _property_name(property): the name that __set_name__ gave it, or None
cdef int property_name(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy((<Property*>args[0].as_.block).name)
    if out.tag == T_UNSET:
        out[0] = value_none()
    return OK


cdef int property_set_name(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if count != 3:
        return raise_format_int(vm, E_TYPE_ERROR, "__set_name__() takes 2 positional arguments but %lld were given",
                                count - 1, 0)
    value_store(vm, &(<Property*>args[0].as_.block).name, value_copy(args[2]))
    out[0] = value_none()
    return OK


# --- staticmethod, classmethod ---------------------------------------------------------------------------------------

cdef int method_wrapper_new(VM* vm, int type, Value function, Value* out) noexcept nogil:
    cdef MethodWrapper* wrapper = <MethodWrapper*>heap_alloc(vm, type, sizeof(MethodWrapper), True)
    if wrapper == NULL:
        return ERROR
    wrapper.function = value_copy(function)
    wrapper.attributes = value_unset()
    out[0] = value_block(&wrapper.head)
    return OK


cdef int static_method_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return method_wrapper_new(vm, T_STATIC_METHOD, args[1], out)


cdef int class_method_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return method_wrapper_new(vm, T_CLASS_METHOD, args[1], out)


cdef int method_wrapper_initialise(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    value_store(vm, &(<MethodWrapper*>args[0].as_.block).function, value_copy(args[1]))
    out[0] = value_none()
    return OK


cdef void method_wrapper_free(VM* vm, Block* block) noexcept nogil:
    decref(vm, (<MethodWrapper*>block).function)
    decref(vm, (<MethodWrapper*>block).attributes)


cdef void method_wrapper_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    visit_value((<MethodWrapper*>block).function, visit, context)
    visit_value((<MethodWrapper*>block).attributes, visit, context)


cdef size_t method_wrapper_size(Block* block) noexcept nogil:
    return sizeof(MethodWrapper)


cdef int method_wrapper_function(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy((<MethodWrapper*>args[0].as_.block).function)
    return OK


# __dict__: what the wrapped function says of itself, and what was set.
cdef int method_wrapper_dict(VM* vm, MethodWrapper* wrapper, Value* out) noexcept nogil:
    cdef Str* names[5]
    cdef Value found, held
    cdef Dict* d
    cdef int i, status
    if wrapper.attributes.tag == T_UNSET:
        d = dict_new(vm, 5)
        if d == NULL:
            return ERROR
        wrapper.attributes = value_block(&d.head)
    d = <Dict*>wrapper.attributes.as_.block
    names[0] = NAME_MODULE
    names[1] = NAME_NAME
    names[2] = NAME_QUALNAME
    names[3] = NAME_DOC
    names[4] = NAME_ANNOTATIONS
    for i in range(5):
        if dict_get_str(d, names[i], &held):
            continue
        status = value_find_attribute(vm, wrapper.function, names[i], &found)
        if status == ERROR:
            clear_error(vm)
        if status != OK:
            continue
        status = dict_set(vm, d, value_immortal(&names[i].head), found)
        decref(vm, found)
        if status != OK:
            return status
    out[0] = value_copy(wrapper.attributes)
    return OK


# What the wrapped function says of itself.
cdef int method_wrapper_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef int status
    cdef MethodWrapper* wrapper = <MethodWrapper*>v.as_.block
    cdef Value found
    if wrapper.attributes.tag != T_UNSET and dict_get_str(<Dict*>wrapper.attributes.as_.block, name, &found):
        out[0] = value_copy(found)
        return OK
    if str_equal(name, NAME_DICT) and not v.tag & SUBCLASSED:
        return method_wrapper_dict(vm, wrapper, out)
    if (str_equal(name, NAME_NAME) or str_equal(name, NAME_QUALNAME) or str_equal(name, NAME_DOC)
            or str_equal(name, NAME_MODULE) or str_equal(name, NAME_ANNOTATIONS)
            or str_equal(name, NAME_ABSTRACT)):
        status = value_find_attribute(vm, (<MethodWrapper*>v.as_.block).function, name, out)
        if status == NOT_IMPLEMENTED and str_equal(name, NAME_ABSTRACT):
            out[0] = value_bool(False)
            return OK
        return status
    return NOT_IMPLEMENTED

from monty.objects.dict cimport Dict, dict_get_str, dict_new, dict_remove, dict_set
from monty.objects.type cimport value_find_attribute


# Attributes of its own; those of an instance of a subclass are kept as all instances keep theirs.
cdef int method_wrapper_set_attribute(VM* vm, Value v, Value name, Value value) noexcept nogil:
    cdef MethodWrapper* wrapper = <MethodWrapper*>v.as_.block
    cdef Str* text = <Str*>name.as_.block
    cdef Dict* d
    cdef Value removed
    cdef int status
    if v.tag & SUBCLASSED:
        return NOT_IMPLEMENTED
    if str_equal(text, NAME_FUNC) or str_equal(text, NAME_WRAPPED):
        return raise_error(vm, E_ATTRIBUTE_ERROR, "readonly attribute")
    if value.tag == T_UNSET:
        if wrapper.attributes.tag == T_UNSET:
            return NOT_IMPLEMENTED
        status = dict_remove(vm, <Dict*>wrapper.attributes.as_.block, name, &removed)
        if status == EXHAUSTED:
            return NOT_IMPLEMENTED
        if status == OK:
            decref(vm, removed)
        return status
    if wrapper.attributes.tag == T_UNSET:
        d = dict_new(vm, 1)
        if d == NULL:
            return ERROR
        wrapper.attributes = value_block(&d.head)
    return dict_set(vm, <Dict*>wrapper.attributes.as_.block, name, value)


cdef int method_wrapper_repr(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    cdef int status
    if depth <= 0:
        return defer_to(vm, METHOD_WRAPPER_REPR)
    if writer_ascii(w, "<staticmethod(" if type_of(v) == T_STATIC_METHOD else "<classmethod(", -1) != OK:
        return ERROR
    status = value_repr(vm, (<MethodWrapper*>v.as_.block).function, w, depth - 1)
    if status == DEFER:
        return defer_to(vm, METHOD_WRAPPER_REPR)
    if status != OK:
        return status
    return writer_ascii(w, ")>", 2)

from monty._protocol cimport value_repr


# --- members of __slots__ --------------------------------------------------------------------------------------------

cdef int member_new(VM* vm, Class* owner, Value name, uint32_t index, Value* out) noexcept nogil:
    cdef Member* member = <Member*>heap_alloc(vm, T_MEMBER, sizeof(Member), True)
    if member == NULL:
        return ERROR
    owner.head.refcount += 1
    member.owner = owner
    member.name = value_copy(name)
    member.index = index
    out[0] = value_block(&member.head)
    return OK


cdef void member_free(VM* vm, Block* block) noexcept nogil:
    decref(vm, value_block(&(<Member*>block).owner.head))
    decref(vm, (<Member*>block).name)


cdef void member_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    visit(&(<Member*>block).owner.head, context)
    visit_value((<Member*>block).name, visit, context)


cdef int member_repr(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    cdef Member* member = <Member*>v.as_.block
    if (writer_ascii(w, "<member '", -1) != OK or writer_str(w, <Str*>member.name.as_.block) != OK
            or writer_ascii(w, "' of '", -1) != OK or writer_str(w, <Str*>member.owner.name.as_.block) != OK):
        return ERROR
    return writer_ascii(w, "' objects>", -1)


cdef int member_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef Member* member = <Member*>v.as_.block
    if str_equal(name, NAME_NAME):
        out[0] = value_copy(member.name)
        return OK
    if str_equal(name, NAME_OBJCLASS):
        out[0] = value_copy(value_block(&member.owner.head))
        return OK
    if str_equal(name, NAME_DOC):
        out[0] = value_none()
        return OK
    return NOT_IMPLEMENTED


# --- super -----------------------------------------------------------------------------------------------------------

cdef int super_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Super* s
    cdef Super given
    cdef int status = super_check(vm, args, &given)
    if status != OK:
        return status
    s = <Super*>heap_alloc(vm, T_SUPER, sizeof(Super), True)
    if s == NULL:
        return ERROR
    s.start = value_copy(given.start)
    s.object = value_copy(given.object)
    s.object_class = value_copy(given.object_class)
    out[0] = value_block(&s.head)
    return OK


# super.__init__(self, type=None, object_or_type=None)
cdef int super_initialise(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Super* s = <Super*>args[0].as_.block
    cdef Super given
    cdef int status = super_check(vm, args, &given)
    if status != OK:
        return status
    value_store(vm, &s.start, value_copy(given.start))
    value_store(vm, &s.object, value_copy(given.object))
    value_store(vm, &s.object_class, value_copy(given.object_class))
    out[0] = value_none()
    return OK


# _super_proxy(super, type, object, class): a super object for what only says that it is an instance of the class.
cdef int super_proxy(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Super* s = <Super*>args[0].as_.block
    value_store(vm, &s.start, value_copy(args[1]))
    value_store(vm, &s.object, value_copy(args[2]))
    value_store(vm, &s.object_class, value_copy(args[3]))
    out[0] = value_copy(args[0])
    return OK


# TypeError for an object that super() of that class cannot have. Returns ERROR.
cdef int raise_wrong_super(VM* vm, Class* start, Value obj) noexcept nogil:
    if HOST_MINOR < 13:
        return raise_error(vm, E_TYPE_ERROR, "super(type, obj): obj must be an instance or subtype of type")
    if type_of(obj) == T_TYPE:
        return raise_format(vm, E_TYPE_ERROR, "super(type, obj): obj (type %s) is not an instance or subtype of type (%s).",
                            (<Class*>obj.as_.block).c_name, start.c_name, NULL)
    return raise_format(vm, E_TYPE_ERROR,
                        "super(type, obj): obj (instance of %s) is not an instance or subtype of type (%s).",
                        type_name(obj), start.c_name, NULL)


# _raise_wrong_super(type, object): the type is a class.
cdef int super_refuse(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return raise_wrong_super(vm, <Class*>args[0].as_.block, args[1])


# The class, object and class of the object (all borrowed) that super(type, object) is made of. OK, ERROR or DEFER.
cdef int super_check(VM* vm, Value* args, Super* s) noexcept nogil:
    cdef Class* cls
    cdef Class* start
    if args[1].tag == T_UNSET:
        return raise_error(vm, E_RUNTIME_ERROR, "super(): no arguments")
    if type_of(args[1]) != T_TYPE:
        return raise_format(vm, E_TYPE_ERROR, "super() argument 1 must be a type, not %s", type_name(args[1]), NULL, NULL)
    start = <Class*>args[1].as_.block
    if args[2].tag == T_UNSET or type_of(args[2]) == T_NONE:
        cls = NULL
    elif type_of(args[2]) == T_TYPE and class_is_subclass(<Class*>args[2].as_.block, start):
        cls = <Class*>args[2].as_.block
    else:
        cls = class_of(args[2])
        if cls == NULL or not class_is_subclass(cls, start):
            if args[2].tag & SUBCLASSED:
                return DEFER            # its __class__ may say otherwise
            return raise_wrong_super(vm, start, args[2])
    s.start = args[1]
    s.object = value_unset()
    s.object_class = value_unset()
    if cls != NULL:
        s.object = args[2]
        s.object_class = value_immortal(&cls.head) if cls.flags & CLASS_BUILTIN else value_block(&cls.head)
    return OK


cdef void super_free(VM* vm, Block* block) noexcept nogil:
    decref(vm, (<Super*>block).start)
    decref(vm, (<Super*>block).object)
    decref(vm, (<Super*>block).object_class)


cdef void super_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    visit_value((<Super*>block).start, visit, context)
    visit_value((<Super*>block).object, visit, context)
    visit_value((<Super*>block).object_class, visit, context)


cdef size_t super_size(Block* block) noexcept nogil:
    return sizeof(Super)


cdef int super_repr(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    cdef Super* s = <Super*>v.as_.block
    if (writer_ascii(w, "<super: <class '", -1) != OK
            or writer_str(w, <Str*>(<Class*>s.start.as_.block).name.as_.block) != OK
            or writer_ascii(w, "'>, ", -1) != OK):
        return ERROR
    if s.object.tag == T_UNSET:
        return writer_ascii(w, "NULL>", -1)
    if (writer_char(w, 60) != OK or writer_str(w, <Str*>(<Class*>s.object_class.as_.block).name.as_.block) != OK):
        return ERROR
    return writer_ascii(w, " object>>", -1)


cdef int super_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef Super* s = <Super*>v.as_.block
    cdef Value found
    cdef Class* cls
    cdef int status
    if str_equal(name, NAME_CLASS):
        return NOT_IMPLEMENTED
    if s.object.tag == T_UNSET:
        if str_equal(name, NAME_THISCLASS):
            out[0] = value_copy(s.start)
            return OK
        if str_equal(name, NAME_SELF) or str_equal(name, NAME_SELF_CLASS):
            out[0] = value_none()
            return OK
        return NOT_IMPLEMENTED
    cls = <Class*>s.object_class.as_.block
    if str_equal(name, NAME_THISCLASS):
        out[0] = value_copy(s.start)
        return OK
    if str_equal(name, NAME_SELF):
        out[0] = value_copy(s.object)
        return OK
    if str_equal(name, NAME_SELF_CLASS):
        out[0] = value_copy(s.object_class)
        return OK
    if not class_lookup_after(cls, <Class*>s.start.as_.block, name, &found):
        return NOT_IMPLEMENTED
    if type_of(s.object) == T_TYPE and s.object.as_.block == &cls.head:
        # super() in a class method: functions stay as they are, class methods are bound to the class.
        if type_of(found) == T_FUNCTION or (type_of(found) == T_NATIVE
                                            and (<Native*>found.as_.block).kind != NATIVE_CLASS):
            out[0] = value_copy(found)
            return OK
        if type_of(found) == T_PROPERTY:
            out[0] = value_copy(found)
            return OK
        status = bind_attribute(vm, found, value_none(), cls, out)
    else:
        status = bind_attribute(vm, found, s.object, cls, out)
    if status == DEFER:
        return defer_to(vm, SUPER_ATTRIBUTE)
    return status


# _super_find(super, name): what its search finds, not bound; the intrinsic itself if there is nothing.
cdef int super_find(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Super* s = <Super*>args[0].as_.block
    cdef Value found
    if not class_lookup_after(<Class*>s.object_class.as_.block, <Class*>s.start.as_.block,
                              <Str*>args[1].as_.block, &found):
        return raise_error(vm, E_ATTRIBUTE_ERROR, "no such attribute")
    out[0] = value_copy(found)
    return OK


cdef Value* PROPERTY_DOC = prelude_slot(b"property_doc")
cdef Value* PROPERTY_ABSTRACT = prelude_slot(b"property_abstract")
cdef Value* METHOD_WRAPPER_REPR = prelude_slot(b"method_wrapper_repr")
cdef Value* SUPER_ATTRIBUTE = prelude_slot(b"super_attribute")

cdef Str* NAME_NAME = str_static(b"__name__")
cdef Str* NAME_QUALNAME = str_static(b"__qualname__")
cdef Str* NAME_DOC = str_static(b"__doc__")
cdef Str* NAME_MODULE = str_static(b"__module__")
cdef Str* NAME_CLASS = str_static(b"__class__")
cdef Str* NAME_SELF = str_static(b"__self__")
cdef Str* NAME_SELF_CLASS = str_static(b"__self_class__")
cdef Str* NAME_THISCLASS = str_static(b"__thisclass__")
cdef Str* NAME_OBJCLASS = str_static(b"__objclass__")
cdef Str* NAME_ANNOTATIONS = str_static(b"__annotations__")
cdef Str* NAME_DICT = str_static(b"__dict__")
cdef Str* NAME_FUNC = str_static(b"__func__")
cdef Str* NAME_WRAPPED = str_static(b"__wrapped__")
cdef Str* NAME_FGET = str_static(b"fget")
cdef Str* NAME_FSET = str_static(b"fset")
cdef Str* NAME_FDEL = str_static(b"fdel")
cdef Str* NAME_ABSTRACT = str_static(b"__isabstractmethod__")

cdef TypeRow* row = register_type(T_PROPERTY, b"property")
row.free = property_free
row.traverse = property_traverse
row.hash_identity = True
row.get_attribute = property_get_attribute
row.set_attribute = property_set_attribute
row.size = property_size
register_native(T_PROPERTY, NATIVE_NEW, b"property(cls, fget=None, fset=None, fdel=None, doc=None)", property_construct,
                NULL)
register_native(T_PROPERTY, NATIVE_METHOD, b"__init__(self, fget=None, fset=None, fdel=None, doc=None)",
                property_initialise, b"property_init")
register_native(-1, NATIVE_INTRINSIC, b"_property_fill(self, fget, fset, fdel, doc, /)", property_fill, NULL)
register_native(T_PROPERTY, NATIVE_GETTER, b"fget(self)", property_fget, NULL)
register_native(T_PROPERTY, NATIVE_GETTER, b"fset(self)", property_fset, NULL)
register_native(T_PROPERTY, NATIVE_GETTER, b"fdel(self)", property_fdel, NULL)
register_native(T_PROPERTY, NATIVE_METHOD, b"__set_name__(self, /, *args)", property_set_name, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_property_name(property, /)", property_name, NULL)

row = register_type(T_STATIC_METHOD, b"staticmethod")
row.free = method_wrapper_free
row.traverse = method_wrapper_traverse
row.repr = method_wrapper_repr
row.hash_identity = True
row.get_attribute = method_wrapper_get_attribute
row.set_attribute = method_wrapper_set_attribute
row.size = method_wrapper_size
register_native(T_STATIC_METHOD, NATIVE_NEW, b"staticmethod(cls, function, /)", static_method_construct, NULL)
register_native(T_STATIC_METHOD, NATIVE_METHOD, b"__init__(self, function, /)", method_wrapper_initialise, NULL)
register_native(T_STATIC_METHOD, NATIVE_GETTER, b"__func__(self)", method_wrapper_function, NULL)
register_native(T_STATIC_METHOD, NATIVE_GETTER, b"__wrapped__(self)", method_wrapper_function, NULL)

row = register_type(T_CLASS_METHOD, b"classmethod")
row.free = method_wrapper_free
row.traverse = method_wrapper_traverse
row.repr = method_wrapper_repr
row.hash_identity = True
row.get_attribute = method_wrapper_get_attribute
row.set_attribute = method_wrapper_set_attribute
row.size = method_wrapper_size
register_native(T_CLASS_METHOD, NATIVE_NEW, b"classmethod(cls, function, /)", class_method_construct, NULL)
register_native(T_CLASS_METHOD, NATIVE_METHOD, b"__init__(self, function, /)", method_wrapper_initialise, NULL)
register_native(T_CLASS_METHOD, NATIVE_GETTER, b"__func__(self)", method_wrapper_function, NULL)
register_native(T_CLASS_METHOD, NATIVE_GETTER, b"__wrapped__(self)", method_wrapper_function, NULL)

row = register_type(T_MEMBER, b"member_descriptor")
row.free = member_free
row.traverse = member_traverse
row.repr = member_repr
row.hash_identity = True
row.get_attribute = member_get_attribute

row = register_type(T_SUPER, b"super")
row.free = super_free
row.traverse = super_traverse
row.repr = super_repr
row.hash_identity = True
row.get_attribute = super_get_attribute
row.size = super_size
register_native(T_SUPER, NATIVE_NEW, b"super(cls, type=None, object_or_type=None, /)", super_construct, b"super_new")
register_native(T_SUPER, NATIVE_METHOD, b"__init__(self, type=None, object_or_type=None, /)", super_initialise,
                b"super_init")
register_native(-1, NATIVE_INTRINSIC, b"_super_proxy(super, type, object, cls, /)", super_proxy, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_raise_wrong_super(type, object, /)", super_refuse, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_super_find(super, name, /)", super_find, NULL)
