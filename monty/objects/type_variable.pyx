"""Type variables and new types of the module typing."""

from libc.stdlib cimport calloc

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.str cimport str_equal, str_static
from monty.objects.str_builder cimport writer_ascii, writer_char, writer_str
from monty.objects.sequence cimport host_minor
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new


cdef inline TypeVariable* variable_of(Value v) noexcept nogil:
    return <TypeVariable*>v.as_.block


cdef inline NewType* new_type_of(Value v) noexcept nogil:
    return <NewType*>v.as_.block


# --- type variables --------------------------------------------------------------------------------------------------

# TypeVar(cls, *args): its parameters are bound by the prelude, which calls _type_variable.
cdef int variable_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if count < 2:
        if host_minor() < 12:
            return raise_error(vm, E_TYPE_ERROR, "TypeVar.__init__() missing 1 required positional argument: 'name'")
        return raise_error(vm, E_TYPE_ERROR, "TypeVar() missing required argument 'name' (pos 1)")
    return DEFER


# _type_variable(name, constraints, bound, covariant, contravariant, inferred, fallback, lazy)
cdef int variable_new(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef TypeVariable* variable
    if type_of(args[0]) != T_STR:
        return raise_format(vm, E_TYPE_ERROR, "TypeVar() argument 'name' must be str, not %s", type_name(args[0]), NULL, NULL)
    variable = <TypeVariable*>heap_alloc(vm, T_TYPE_VARIABLE, sizeof(TypeVariable), True)
    if variable == NULL:
        return ERROR
    variable.name = value_copy(args[0])
    variable.constraints = value_copy(args[1])
    variable.bound = value_copy(args[2])
    variable.covariant = args[3].tag == T_BOOL and args[3].as_.i != 0
    variable.contravariant = args[4].tag == T_BOOL and args[4].as_.i != 0
    variable.inferred = args[5].tag == T_BOOL and args[5].as_.i != 0
    variable.fallback = value_copy(args[6])
    variable.lazy = <int>args[7].as_.i if args[7].tag == T_INT else 0
    out[0] = value_block(&variable.head)
    return OK


# has_default(self)
cdef int variable_has_default(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool(type_of(variable_of(args[0]).fallback) != T_NONE)
    return OK


# _type_variable_fields(variable): (constraints, bound, fallback, lazy) as they are, evaluated or not.
cdef int variable_fields(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef TypeVariable* variable
    cdef Tuple* made
    if type_of(args[0]) != T_TYPE_VARIABLE:
        return raise_error(vm, E_TYPE_ERROR, "a type variable is needed")
    variable = variable_of(args[0])
    made = tuple_new(vm, 4)
    if made == NULL:
        return ERROR
    tuple_items(made)[0] = value_copy(variable.constraints)
    tuple_items(made)[1] = value_copy(variable.bound)
    tuple_items(made)[2] = value_copy(variable.fallback)
    tuple_items(made)[3] = value_int(variable.lazy)
    out[0] = value_block(&made.head)
    return OK


# _type_variable_evaluated(variable, which, value): from now on this is its bound, constraints or default.
cdef int variable_evaluated(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef TypeVariable* variable
    cdef int which
    if type_of(args[0]) != T_TYPE_VARIABLE or args[1].tag != T_INT:
        return raise_error(vm, E_TYPE_ERROR, "a type variable is needed")
    variable = variable_of(args[0])
    which = <int>args[1].as_.i
    if variable.lazy & which:
        variable.lazy &= ~which
        value_store(vm, &variable.bound if which == LAZY_BOUND else &variable.constraints if which == LAZY_CONSTRAINTS
                    else &variable.fallback, value_copy(args[2]))
    out[0] = value_none()
    return OK


cdef Value variable_immortal(bytes name, Value constraints):
    """A type variable that is a constant of the module: AnyStr."""
    cdef TypeVariable* variable = <TypeVariable*>calloc(1, sizeof(TypeVariable))
    if variable == NULL:
        raise MemoryError
    variable.head.refcount = 1
    variable.head.type = T_TYPE_VARIABLE
    variable.name = value_immortal(&str_static(name).head)
    variable.constraints = constraints
    variable.bound = value_none()
    variable.fallback = value_none()
    return value_immortal(&variable.head)


cdef void variable_free(VM* vm, Block* block) noexcept nogil:
    cdef TypeVariable* variable = <TypeVariable*>block
    decref(vm, variable.name)
    decref(vm, variable.constraints)
    decref(vm, variable.bound)
    decref(vm, variable.fallback)


cdef void variable_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef TypeVariable* variable = <TypeVariable*>block
    visit_value(variable.name, visit, context)
    visit_value(variable.constraints, visit, context)
    visit_value(variable.bound, visit, context)
    visit_value(variable.fallback, visit, context)


cdef int variable_repr(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    cdef TypeVariable* variable = variable_of(v)
    if not variable.inferred and writer_char(w, c'+' if variable.covariant else c'-' if variable.contravariant
                                             else c'~') != OK:
        return ERROR
    return writer_str(w, <Str*>variable.name.as_.block)


cdef int variable_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef TypeVariable* variable = variable_of(v)
    if str_equal(name, NAME_NAME):
        out[0] = value_copy(variable.name)
    elif str_equal(name, NAME_BOUND):
        if variable.lazy & LAZY_BOUND:
            return defer_to(vm, VARIABLE_ATTRIBUTE)
        out[0] = value_copy(variable.bound)
    elif str_equal(name, NAME_CONSTRAINTS):
        if variable.lazy & LAZY_CONSTRAINTS:
            return defer_to(vm, VARIABLE_ATTRIBUTE)
        out[0] = value_copy(variable.constraints)
    elif str_equal(name, NAME_COVARIANT):
        out[0] = value_bool(variable.covariant)
    elif str_equal(name, NAME_CONTRAVARIANT):
        out[0] = value_bool(variable.contravariant)
    elif str_equal(name, NAME_INFER_VARIANCE) and host_minor() >= 12:
        out[0] = value_bool(variable.inferred)
    elif str_equal(name, NAME_DEFAULT) and host_minor() >= 13:
        if variable.lazy & LAZY_DEFAULT or (type_of(variable.fallback) != T_TUPLE
                                            or (<Tuple*>variable.fallback.as_.block).length != 1):
            return defer_to(vm, VARIABLE_ATTRIBUTE)
        out[0] = value_copy(tuple_items(<Tuple*>variable.fallback.as_.block)[0])
    elif str_equal(name, NAME_MODULE):
        out[0] = value_immortal(&NAME_MAIN.head)
    else:
        return NOT_IMPLEMENTED
    return OK


# --- new types -------------------------------------------------------------------------------------------------------

# NewType(cls, name, tp)
cdef int new_type_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef NewType* made
    if type_of(args[1]) != T_STR:
        return raise_format(vm, E_TYPE_ERROR, "NewType() argument 'name' must be str, not %s", type_name(args[1]), NULL, NULL)
    made = <NewType*>heap_alloc(vm, T_NEW_TYPE, sizeof(NewType), True)
    if made == NULL:
        return ERROR
    made.name = value_copy(args[1])
    made.supertype = value_copy(args[2])
    out[0] = value_block(&made.head)
    return OK


# __call__(self, /, *args): the value itself.
cdef int new_type_call(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if count != 2:
        return raise_format_int(vm, E_TYPE_ERROR, "_typing._idfunc() takes exactly one argument (%lld given)", count - 1,
                                0)
    out[0] = value_copy(args[1])
    return OK


cdef void new_type_free(VM* vm, Block* block) noexcept nogil:
    decref(vm, (<NewType*>block).name)
    decref(vm, (<NewType*>block).supertype)


cdef void new_type_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    visit_value((<NewType*>block).name, visit, context)
    visit_value((<NewType*>block).supertype, visit, context)


cdef int new_type_repr(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    if writer_ascii(w, "__main__.", 9) != OK:
        return ERROR
    return writer_str(w, <Str*>new_type_of(v).name.as_.block)


cdef int new_type_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    if str_equal(name, NAME_NAME) or str_equal(name, NAME_QUALNAME):
        out[0] = value_copy(new_type_of(v).name)
    elif str_equal(name, NAME_SUPERTYPE):
        out[0] = value_copy(new_type_of(v).supertype)
    elif str_equal(name, NAME_MODULE):
        out[0] = value_immortal(&NAME_MAIN.head)
    else:
        return NOT_IMPLEMENTED
    return OK


cdef Str* NAME_NAME = str_static(b"__name__")
cdef Str* NAME_QUALNAME = str_static(b"__qualname__")
cdef Str* NAME_MODULE = str_static(b"__module__")
cdef Str* NAME_MAIN = str_static(b"__main__")
cdef Str* NAME_BOUND = str_static(b"__bound__")
cdef Str* NAME_CONSTRAINTS = str_static(b"__constraints__")
cdef Str* NAME_COVARIANT = str_static(b"__covariant__")
cdef Str* NAME_CONTRAVARIANT = str_static(b"__contravariant__")
cdef Str* NAME_INFER_VARIANCE = str_static(b"__infer_variance__")
cdef Str* NAME_DEFAULT = str_static(b"__default__")
cdef Value* VARIABLE_ATTRIBUTE = prelude_slot(b"type_variable_attribute")
cdef Str* NAME_SUPERTYPE = str_static(b"__supertype__")

cdef TypeRow* row = register_type(T_TYPE_VARIABLE, b"typing.TypeVar")
row.free = variable_free
row.traverse = variable_traverse
row.repr = variable_repr
row.hash_identity = True
row.get_attribute = variable_get_attribute
register_native(T_TYPE_VARIABLE, NATIVE_NEW, b"TypeVar(cls, *args)", variable_construct, b"type_variable_new")
if host_minor() >= 13:
    register_native(T_TYPE_VARIABLE, NATIVE_METHOD, b"has_default(self, /)", variable_has_default, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_type_variable(name, constraints, bound, covariant, contravariant, inferred, fallback, "
                b"lazy, /)", variable_new, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_type_variable_fields(variable, /)", variable_fields, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_type_variable_evaluated(variable, which, value, /)", variable_evaluated, NULL)

row = register_type(T_NEW_TYPE, b"typing.NewType")
row.free = new_type_free
row.traverse = new_type_traverse
row.repr = new_type_repr
row.hash_identity = True
row.get_attribute = new_type_get_attribute
register_native(T_NEW_TYPE, NATIVE_NEW, b"NewType(cls, name, tp)", new_type_construct, NULL)
register_native(T_NEW_TYPE, NATIVE_METHOD, b"__call__(self, /, *args)", new_type_call, NULL)
