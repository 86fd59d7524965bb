"""Functions, cells, bound methods, built-in functions and generators as values: their life, text and attributes."""

from libc.stdint cimport int64_t, uint64_t
from libc.stdio cimport snprintf
from libc.string cimport memset

from monty._calls cimport release_values
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty._protocol cimport value_repr
from monty.objects.dict cimport Dict, dict_get_str, dict_new, dict_remove, dict_set
from monty.objects.str cimport str_equal, str_static
from monty.objects.exception cimport exception_class
from monty.objects.str_builder cimport (writer_ascii, writer_char, writer_discard, writer_finish, writer_init, writer_str)
from monty.objects.sequence cimport host_minor
from monty.objects.tuple cimport Tuple, tuple_empty, tuple_items, tuple_new
from monty.objects.type cimport class_find_native, class_of, native_owner_name, value_find_attribute


cdef Cell* cell_new(VM* vm, Value content) noexcept nogil:
    cdef Cell* cell = <Cell*>heap_alloc(vm, T_CELL, sizeof(Cell), True)
    if cell == NULL:
        decref(vm, content)
        return NULL
    cell.content = content
    return cell


cdef void cell_free(VM* vm, Block* block) noexcept nogil:
    decref(vm, (<Cell*>block).content)


cdef void cell_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    visit_value((<Cell*>block).content, visit, context)


cdef Function* function_new(VM* vm, Code* code, ModuleState* module) noexcept nogil:
    cdef Function* f = <Function*>heap_alloc(vm, T_FUNCTION, sizeof(Function) + code.capture_count * sizeof(Cell*), True)
    if f == NULL:
        return NULL
    f.code = code
    f.module = module
    f.defaults = value_unset()
    f.keyword_defaults = value_unset()
    f.annotations = value_unset()
    f.name = code.name
    f.qualname = code.qualname
    f.doc = code.doc
    f.attributes = value_unset()
    f.cell_count = code.capture_count
    memset(function_cells(f), 0, code.capture_count * sizeof(Cell*))
    return f


cdef void function_free(VM* vm, Block* block) noexcept nogil:
    cdef Function* f = <Function*>block
    cdef int64_t i
    decref(vm, f.defaults)
    decref(vm, f.keyword_defaults)
    decref(vm, f.annotations)
    decref(vm, f.name)
    decref(vm, f.qualname)
    decref(vm, f.doc)
    decref(vm, f.attributes)
    for i in range(f.cell_count):
        if function_cells(f)[i] != NULL:
            decref(vm, value_block(&function_cells(f)[i].head))


cdef void function_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef Function* f = <Function*>block
    cdef int64_t i
    visit_value(f.defaults, visit, context)
    visit_value(f.keyword_defaults, visit, context)
    visit_value(f.annotations, visit, context)
    visit_value(f.name, visit, context)
    visit_value(f.qualname, visit, context)
    visit_value(f.doc, visit, context)
    visit_value(f.attributes, visit, context)
    for i in range(f.cell_count):
        if function_cells(f)[i] != NULL:
            visit(&function_cells(f)[i].head, context)


# "at 0x..." of a repr: a number handed out to the block, never its address.
cdef int write_identity(Writer* w, VM* vm, Value v) noexcept nogil:
    cdef char[32] text
    snprintf(text, 32, " at 0x%012llx>", <unsigned long long>value_identity(vm, v))
    return writer_ascii(w, text, -1)


cdef uint64_t value_identity(VM* vm, Value v) noexcept nogil:
    # An injective scramble of the block's place: stable while the object lives, equal for no two living objects,
    # and of no use to someone looking for the address (the key is random per process).
    cdef uint64_t x = <uint64_t><size_t>v.as_.block
    if not v.tag & COUNTED and (v.tag & TYPE_MASK) < T_BUFFER:
        return <uint64_t>(v.tag & TYPE_MASK) * 0x100000 + <uint64_t>v.as_.i * 32 + 0x10000000
    x ^= identity_key
    x *= <uint64_t>0x9E3779B97F4A7C15
    x ^= x >> 29
    x *= <uint64_t>0xBF58476D1CE4E5B9
    x ^= x >> 32
    return (x & <uint64_t>0x7FFFFFFFFFFF) << 4


cdef int function_repr(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    if is_built_in_function(<Function*>v.as_.block):
        if (writer_ascii(w, "<built-in function ", -1) != OK
                or writer_str(w, <Str*>(<Function*>v.as_.block).qualname.as_.block) != OK):
            return ERROR
        return writer_char(w, c'>')
    if (writer_ascii(w, "<function ", -1) != OK or writer_str(w, <Str*>(<Function*>v.as_.block).qualname.as_.block) != OK):
        return ERROR
    return write_identity(w, vm, v)


cdef int native_repr(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    cdef Native* n = <Native*>v.as_.block
    if n.type >= 0 and (n.kind == NATIVE_METHOD or n.kind == NATIVE_GETTER or n.kind == NATIVE_CLASS):
        if (writer_ascii(w, "<attribute '" if n.kind == NATIVE_GETTER else "<slot wrapper '" if n.wrapper
                         else "<method '", -1) != OK
                or writer_str(w, n.name) != OK
                or writer_ascii(w, "' of '", -1) != OK or writer_ascii(w, native_owner_name(n), -1) != OK):
            return ERROR
        return writer_ascii(w, "' objects>", -1)
    if n.kind == NATIVE_MAKE:
        if writer_ascii(w, "<built-in method __new__ of type object", -1) != OK:
            return ERROR
        return write_identity(w, vm, native_owner(n))
    if writer_ascii(w, "<built-in function ", -1) != OK or writer_str(w, n.name) != OK:
        return ERROR
    return writer_ascii(w, ">", 1)


cdef int bound_method_repr(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    cdef BoundMethod* b = <BoundMethod*>v.as_.block
    if type_of(b.function) == T_NATIVE:
        if (writer_ascii(w, "<method-wrapper '" if (<Native*>b.function.as_.block).wrapper else "<built-in method ", -1)
                != OK
                or writer_str(w, (<Native*>b.function.as_.block).name) != OK
                or writer_ascii(w, "' of " if (<Native*>b.function.as_.block).wrapper else " of ", -1) != OK
                or writer_ascii(w, type_name(b.receiver), -1) != OK or writer_ascii(w, " object", -1) != OK):
            return ERROR
        return write_identity(w, vm, b.receiver)
    cdef int status
    if type_of(b.function) != T_FUNCTION or depth <= 0:
        return defer_to(vm, BOUND_METHOD_REPR)
    if (writer_ascii(w, "<bound method ", -1) != OK
            or writer_str(w, <Str*>(<Function*>b.function.as_.block).qualname.as_.block) != OK
            or writer_ascii(w, " of ", -1) != OK):
        return ERROR
    status = value_repr(vm, b.receiver, w, depth - 1)
    if status == DEFER:
        return defer_to(vm, BOUND_METHOD_REPR)
    if status != OK:
        return status
    return writer_char(w, c'>')


cdef int function_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef Function* f = <Function*>v.as_.block
    cdef Value found
    cdef Dict* d
    if f.attributes.tag != T_UNSET and dict_get_str(<Dict*>f.attributes.as_.block, name, &found):
        out[0] = value_copy(found)
        return OK
    if str_equal(name, NAME_NAME):
        out[0] = value_copy(f.name)
        return OK
    if str_equal(name, NAME_QUALNAME):
        out[0] = value_copy(f.qualname)
        return OK
    if str_equal(name, NAME_DOC):
        out[0] = value_copy(f.doc)
        return OK
    if str_equal(name, NAME_MODULE):
        out[0] = f.module.name if f.module != NULL else value_immortal(&str_builtins.head)
        return OK
    if is_built_in_function(f):
        if not str_equal(name, NAME_SELF):
            return NOT_IMPLEMENTED
        out[0] = value_none()
        return OK
    if str_equal(name, NAME_DEFAULTS):
        out[0] = value_copy(f.defaults) if f.defaults.tag != T_UNSET else value_none()
        return OK
    if str_equal(name, NAME_KWDEFAULTS):
        out[0] = value_copy(f.keyword_defaults) if f.keyword_defaults.tag != T_UNSET else value_none()
        return OK
    if str_equal(name, NAME_ANNOTATIONS) or str_equal(name, NAME_DICT):
        # made when first asked for, so that what is stored into it stays
        if (f.annotations.tag if str_equal(name, NAME_ANNOTATIONS) else f.attributes.tag) == T_UNSET:
            d = dict_new(vm, 0)
            if d == NULL:
                return ERROR
            if str_equal(name, NAME_ANNOTATIONS):
                f.annotations = value_block(&d.head)
            else:
                f.attributes = value_block(&d.head)
        out[0] = value_copy(f.annotations if str_equal(name, NAME_ANNOTATIONS) else f.attributes)
        return OK
    if str_equal(name, NAME_CODE):
        out[0] = value_immortal(&f.code.head)
        out[0].tag = T_CODE
        return OK
    if str_equal(name, NAME_CLOSURE):
        return function_closure(vm, f, out)
    if str_equal(name, NAME_TYPE_PARAMS) and host_minor() >= 12:
        out[0] = tuple_empty()              # those of a generic function are among its attributes
        return OK
    return NOT_IMPLEMENTED


# __closure__: the cells of the free variables, or None.
cdef int function_closure(VM* vm, Function* f, Value* out) noexcept nogil:
    cdef Tuple* cells
    cdef int64_t i
    if f.cell_count == 0:
        out[0] = value_none()
        return OK
    cells = tuple_new(vm, f.cell_count)
    if cells == NULL:
        return ERROR
    for i in range(f.cell_count):
        tuple_items(cells)[i] = value_copy(value_block(&function_cells(f)[i].head))
    out[0] = value_block(&cells.head)
    return OK


cdef int cell_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef Cell* cell = <Cell*>v.as_.block
    if str_equal(name, NAME_CELL_CONTENTS):
        if cell.content.tag == T_UNSET:
            return raise_error(vm, E_VALUE_ERROR, "Cell is empty")
        out[0] = value_copy(cell.content)
        return OK
    return NOT_IMPLEMENTED


cdef int cell_set_attribute(VM* vm, Value v, Value name, Value value) noexcept nogil:
    if str_equal(<Str*>name.as_.block, NAME_CELL_CONTENTS):
        value_store(vm, &(<Cell*>v.as_.block).content, value_copy(value))
        return OK
    return NOT_IMPLEMENTED


cdef int function_set_attribute(VM* vm, Value v, Value name, Value value) noexcept nogil:
    cdef Function* f = <Function*>v.as_.block
    cdef Str* s = <Str*>name.as_.block
    cdef Dict* d
    cdef Value removed
    cdef int status
    if is_built_in_function(f):
        return NOT_IMPLEMENTED
    if str_equal(s, NAME_NAME) or str_equal(s, NAME_QUALNAME):
        if type_of(value) != T_STR:
            return raise_error(vm, E_TYPE_ERROR, "__name__ must be set to a string object" if str_equal(s, NAME_NAME)
                               else "__qualname__ must be set to a string object")
        value_store(vm, &f.name if str_equal(s, NAME_NAME) else &f.qualname, value_copy(value))
        return OK
    if str_equal(s, NAME_TYPE_PARAMS) and host_minor() >= 12 and type_of(value) != T_TUPLE:
        return raise_error(vm, E_TYPE_ERROR, "__type_params__ must be set to a tuple")
    if str_equal(s, NAME_DOC):
        value_store(vm, &f.doc, value_copy(value) if value.tag != T_UNSET else value_none())
        return OK
    if str_equal(s, NAME_DEFAULTS):
        if value.tag == T_UNSET or type_of(value) == T_NONE:
            value_store(vm, &f.defaults, value_unset())
            return OK
        if type_of(value) != T_TUPLE:
            return raise_error(vm, E_TYPE_ERROR, "__defaults__ must be set to a tuple object")
        value_store(vm, &f.defaults, value_copy(value))
        return OK
    if str_equal(s, NAME_KWDEFAULTS):
        if value.tag == T_UNSET or type_of(value) == T_NONE:
            value_store(vm, &f.keyword_defaults, value_unset())
            return OK
        if type_of(value) != T_DICT:
            return raise_error(vm, E_TYPE_ERROR, "__kwdefaults__ must be set to a dict object")
        value_store(vm, &f.keyword_defaults, value_copy(value))
        return OK
    if str_equal(s, NAME_ANNOTATIONS):
        if value.tag == T_UNSET or type_of(value) == T_NONE:
            value_store(vm, &f.annotations, value_unset())
            return OK
        if type_of(value) != T_DICT:
            return raise_error(vm, E_TYPE_ERROR, "__annotations__ must be set to a dict object")
        value_store(vm, &f.annotations, value_copy(value))
        return OK
    if value.tag == T_UNSET:
        if f.attributes.tag == T_UNSET:
            return NOT_IMPLEMENTED
        status = dict_remove(vm, <Dict*>f.attributes.as_.block, name, &removed)
        if status == EXHAUSTED:
            return NOT_IMPLEMENTED
        if status == OK:
            decref(vm, removed)
        return status
    if f.attributes.tag == T_UNSET:
        d = dict_new(vm, 0)
        if d == NULL:
            return ERROR
        f.attributes = value_block(&d.head)
    return dict_set(vm, <Dict*>f.attributes.as_.block, name, value)


cdef int native_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef Native* n = <Native*>v.as_.block
    cdef bint of_type = n.type >= 0 and (n.kind == NATIVE_METHOD or n.kind == NATIVE_GETTER or n.kind == NATIVE_CLASS)
    if str_equal(name, NAME_NAME):
        out[0] = value_immortal(&n.name.head)
        return OK
    if str_equal(name, NAME_QUALNAME):
        if n.type < 0:
            out[0] = value_immortal(&n.name.head)
            return OK
        return native_qualname(vm, n, out)
    if str_equal(name, NAME_DOC):
        out[0] = value_immortal(&n.doc.head) if n.doc != NULL else value_none()
        return OK
    if of_type:
        if str_equal(name, NAME_OBJCLASS):
            out[0] = native_owner(n)
            return OK
        return NOT_IMPLEMENTED
    if str_equal(name, NAME_MODULE):
        if n.type >= 0:
            out[0] = value_none()
        else:
            out[0] = value_immortal(&str_builtins.head if n.module == NULL else &n.module.head)
        return OK
    if str_equal(name, NAME_SELF):
        out[0] = native_owner(n) if n.type >= 0 else value_none()
        return OK
    return NOT_IMPLEMENTED


# The class whose method the native is.
cdef Value native_owner(Native* n) noexcept nogil:
    if n.type < T_TYPE_COUNT:
        return value_immortal(&types_pointer[n.type].cls.head)
    return value_immortal(&exception_class(n.type - T_TYPE_COUNT).head)


cdef int native_qualname(VM* vm, Native* n, Value* out) noexcept nogil:
    cdef Writer w
    writer_init(&w, vm)
    if (writer_str(&w, <Str*>(<Class*>native_owner(n).as_.block).qualname.as_.block) != OK
            or writer_char(&w, c'.') != OK or writer_str(&w, n.name) != OK):
        writer_discard(&w)
        return ERROR
    return writer_finish(&w, out)


cdef int bound_method_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef BoundMethod* b = <BoundMethod*>v.as_.block
    cdef Native* method
    if str_equal(name, NAME_SELF):
        out[0] = value_copy(b.receiver)
        return OK
    if str_equal(name, NAME_FUNC) and type_of(b.function) != T_NATIVE:
        out[0] = value_copy(b.function)
        return OK
    if type_of(b.function) == T_NATIVE and str_equal(name, NAME_MODULE):
        if (<Native*>b.function.as_.block).wrapper:
            return NOT_IMPLEMENTED
        out[0] = value_none()
        return OK
    if str_equal(name, NAME_OBJCLASS) and type_of(b.function) == T_NATIVE and not (
            <Native*>b.function.as_.block).wrapper:
        return NOT_IMPLEMENTED
    method = class_find_native(class_of(v), name)
    if method != NULL and method.kind == NATIVE_METHOD:
        return NOT_IMPLEMENTED          # of its own type: the caller binds it
    return value_find_attribute(vm, b.function, name, out)


cdef void bound_method_free(VM* vm, Block* block) noexcept nogil:
    decref(vm, (<BoundMethod*>block).function)
    decref(vm, (<BoundMethod*>block).receiver)


cdef void bound_method_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    visit_value((<BoundMethod*>block).function, visit, context)
    visit_value((<BoundMethod*>block).receiver, visit, context)


cdef int bound_method_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    if type_of(b) != T_BOUND_METHOD:
        return NOT_IMPLEMENTED
    cdef BoundMethod* x = <BoundMethod*>a.as_.block
    cdef BoundMethod* y = <BoundMethod*>b.as_.block
    out[0] = x.function.as_.block == y.function.as_.block and x.receiver.as_.i == y.receiver.as_.i
    return OK


cdef int bound_method_hash(VM* vm, Value v, int depth, int64_t* out) noexcept nogil:
    cdef BoundMethod* b = <BoundMethod*>v.as_.block
    out[0] = <int64_t>((<uint64_t>b.receiver.as_.i >> 4) * 31 + (<uint64_t><size_t>b.function.as_.block >> 4))
    return OK


# --- generators ------------------------------------------------------------------------------------------------------

# Does it show as an instance of a class that is written in Python? It holds the class then.
cdef inline bint has_program_class(Generator* g) noexcept nogil:
    return g.facade != NULL and not g.facade.flags & CLASS_BUILTIN


cdef void generator_free(VM* vm, Block* block) noexcept nogil:
    cdef Generator* g = <Generator*>block
    if g.state != GENERATOR_FINISHED:
        release_values(vm, generator_registers(g), g.register_count)
    decref(vm, g.handled)
    if not g.function.head.flags & FUNCTION_IMMORTAL:
        decref(vm, value_block(&g.function.head))
    if has_program_class(g):
        decref(vm, value_block(&g.facade.head))

from libc.stdint cimport int32_t


cdef void generator_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef Generator* g = <Generator*>block
    cdef int32_t i
    cdef Value* registers = generator_registers(g)
    for i in range(g.register_count):
        visit_value(registers[i], visit, context)
    visit_value(g.handled, visit, context)
    if not g.function.head.flags & FUNCTION_IMMORTAL:
        visit(&g.function.head, context)
    if has_program_class(g):
        visit(&g.facade.head, context)


# A generator that waits inside a try or with statement is closed when it is dropped.
cdef bint generator_keep_dropped(Block* block) noexcept nogil:
    cdef Generator* g = <Generator*>block
    cdef int32_t i, position
    if g.state != GENERATOR_SUSPENDED or block.flags & GENERATOR_DROPPED or g.code.exception_count == 0:
        return False
    # A YIELD lies behind the generator; a YIELD_FROM is executed again.
    position = <int32_t>(g.pc - g.code.instructions)
    if (g.pc[0] & 0xFF) != OP_YIELD_FROM:
        position -= 1
    for i in range(g.code.exception_count):
        if g.code.exception_table[i].start <= position < g.code.exception_table[i].end:
            block.flags |= GENERATOR_DROPPED
            return True
    return False


cdef int generator_repr(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    cdef Generator* g = <Generator*>v.as_.block
    if has_program_class(g):
        return defer_to(vm, SPECIAL_REPR)
    if g.facade != NULL:
        if (writer_ascii(w, "<", 1) != OK or writer_ascii(w, g.facade.c_name, -1) != OK
                or writer_ascii(w, " object", -1) != OK):
            return ERROR
    elif (writer_ascii(w, "<", 1) != OK or writer_ascii(w, types_pointer[g.head.type].name, -1) != OK
            or writer_ascii(w, " object ", -1) != OK
            or writer_str(w, <Str*>g.function.qualname.as_.block) != OK):
        return ERROR
    return write_identity(w, vm, v)


cdef Value* SPECIAL_REPR = prelude_slot(b"special_repr")
cdef Value* BOUND_METHOD_REPR = prelude_slot(b"bound_method_repr")

import os as _os
cdef uint64_t identity_key = int.from_bytes(_os.urandom(6), 'little') << 4
cdef Str* NAME_NAME = str_static(b"__name__")
cdef Str* NAME_QUALNAME = str_static(b"__qualname__")
cdef Str* NAME_DOC = str_static(b"__doc__")
cdef Str* NAME_MODULE = str_static(b"__module__")
cdef Str* str_builtins = str_static(b"builtins")
cdef Str* NAME_DEFAULTS = str_static(b"__defaults__")
cdef Str* NAME_KWDEFAULTS = str_static(b"__kwdefaults__")
cdef Str* NAME_TYPE_PARAMS = str_static(b"__type_params__")
cdef Str* NAME_ANNOTATIONS = str_static(b"__annotations__")
cdef Str* NAME_DICT = str_static(b"__dict__")
cdef Str* NAME_CODE = str_static(b"__code__")
cdef Str* NAME_CLOSURE = str_static(b"__closure__")
cdef Str* NAME_CELL_CONTENTS = str_static(b"cell_contents")
cdef Str* NAME_SELF = str_static(b"__self__")
cdef Str* NAME_FUNC = str_static(b"__func__")
cdef Str* NAME_OBJCLASS = str_static(b"__objclass__")

cdef TypeRow* row = register_type(T_CELL, b"cell")
row.free = cell_free
row.traverse = cell_traverse
row.get_attribute = cell_get_attribute
row.set_attribute = cell_set_attribute
row.hash_identity = True

row = register_type(T_FUNCTION, b"function")
row.free = function_free
row.traverse = function_traverse
row.repr = function_repr
row.hash_identity = True
row.get_attribute = function_get_attribute
row.set_attribute = function_set_attribute

row = register_type(T_NATIVE, b"builtin_function_or_method")
row.repr = native_repr
row.hash_identity = True
row.get_attribute = native_get_attribute

register_type(T_METHOD_DESCRIPTOR, b"method_descriptor")
register_type(T_WRAPPER_DESCRIPTOR, b"wrapper_descriptor")
register_type(T_METHOD_WRAPPER, b"method-wrapper")
register_type(T_CLASS_METHOD_DESCRIPTOR, b"classmethod_descriptor")
register_type(T_GETSET_DESCRIPTOR, b"getset_descriptor")

row = register_type(T_BOUND_METHOD, b"method")
row.free = bound_method_free
row.traverse = bound_method_traverse
row.repr = bound_method_repr
row.equal = bound_method_equal
row.hash = bound_method_hash
row.get_attribute = bound_method_get_attribute

cdef void register_generator(int type, const char* name) noexcept:
    cdef TypeRow* row = register_type(type, name)
    row.free = generator_free
    row.traverse = generator_traverse
    row.keep_dropped = generator_keep_dropped
    row.repr = generator_repr
    row.hash_identity = True


register_generator(T_GENERATOR, b"generator")
register_generator(T_COROUTINE, b"coroutine")
register_generator(T_ASYNC_GENERATOR, b"async_generator")

# What generators of the prelude show as.
register_type(T_COROUTINE_WRAPPER, b"coroutine_wrapper")
register_type(T_ASYNC_GENERATOR_ASEND, b"async_generator_asend")
register_type(T_ASYNC_GENERATOR_ATHROW, b"async_generator_athrow")
register_type(T_ANEXT_AWAITABLE, b"anext_awaitable")

row = register_type(T_HOST_FUNCTION, b"function")
