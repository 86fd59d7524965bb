"""Type variables and new types of the module typing."""

from libc.stdlib cimport calloc

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.str cimport str_equal, str_static
from monty.objects.str_builder cimport writer_ascii, writer_char, writer_str
from monty.objects.sequence cimport host_minor


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


# _type_variable(name, constraints, bound, covariant, contravariant, inferred)
cdef int variable_new(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef TypeVariable* variable
    if type_of(args[0]) != T_STR:
        return raise_format(vm, E_TYPE_ERROR, "TypeVar() argument 'name' must be str, not %s", type_name(args[0]), NULL, NULL)
    if type_of(args[1]) != T_TUPLE:
        return raise_error(vm, E_TYPE_ERROR, "constraints must be a tuple")
    variable = <TypeVariable*>heap_alloc(vm, T_TYPE_VARIABLE, sizeof(TypeVariable), True)
    if variable == NULL:
        return ERROR
    variable.name = value_copy(args[0])
    variable.constraints = value_copy(args[1])
    variable.bound = value_copy(args[2])
    variable.covariant = args[3].tag == T_BOOL and args[3].as_.i != 0
    variable.contravariant = args[4].tag == T_BOOL and args[4].as_.i != 0
    variable.inferred = args[5].tag == T_BOOL and args[5].as_.i != 0
    out[0] = value_block(&variable.head)
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
    return value_immortal(&variable.head)


cdef void variable_free(VM* vm, Block* block) noexcept nogil:
    cdef TypeVariable* variable = <TypeVariable*>block
    decref(vm, variable.name)
    decref(vm, variable.constraints)
    decref(vm, variable.bound)


cdef void variable_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef TypeVariable* variable = <TypeVariable*>block
    visit_value(variable.name, visit, context)
    visit_value(variable.constraints, visit, context)
    visit_value(variable.bound, visit, context)


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
        out[0] = value_copy(variable.bound)
    elif str_equal(name, NAME_CONSTRAINTS):
        out[0] = value_copy(variable.constraints)
    elif str_equal(name, NAME_COVARIANT):
        out[0] = value_bool(variable.covariant)
    elif str_equal(name, NAME_CONTRAVARIANT):
        out[0] = value_bool(variable.contravariant)
    elif str_equal(name, NAME_INFER_VARIANCE) and host_minor() >= 12:
        out[0] = value_bool(variable.inferred)
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
cdef Str* NAME_SUPERTYPE = str_static(b"__supertype__")

cdef TypeRow* row = register_type(T_TYPE_VARIABLE, b"typing.TypeVar")
row.free = variable_free
row.traverse = variable_traverse
row.repr = variable_repr
row.hash_identity = True
row.get_attribute = variable_get_attribute
register_native(T_TYPE_VARIABLE, NATIVE_NEW, b"TypeVar(cls, *args)", variable_construct, b"type_variable_new")
register_native(-1, NATIVE_INTRINSIC, b"_type_variable(name, constraints, bound, covariant, contravariant, inferred, /)",
                variable_new, NULL)

row = register_type(T_NEW_TYPE, b"typing.NewType")
row.free = new_type_free
row.traverse = new_type_traverse
row.repr = new_type_repr
row.hash_identity = True
row.get_attribute = new_type_get_attribute
register_native(T_NEW_TYPE, NATIVE_NEW, b"NewType(cls, name, tp)", new_type_construct, NULL)
register_native(T_NEW_TYPE, NATIVE_METHOD, b"__call__(self, /, *args)", new_type_call, NULL)
