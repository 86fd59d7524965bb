"""Tracebacks as programs see them: one entry for each frame that an exception left, and what is known of that frame.

The machine keeps no frames of the past, so an entry's tb_frame knows its code and its line, nothing of its variables.
"""

from libc.stdint cimport int32_t

from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport (CODE_ASYNC_GENERATOR, CODE_COROUTINE, CODE_GENERATOR, CODE_MODULE, CODE_VARARGS,
                             CODE_VARKEYWORDS, Code, GENERATOR_FINISHED, Generator, Traceback)
from monty.objects.str cimport str_equal, str_static
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new

cdef enum:
    T_FRAME = 101               # what tb_frame shows; nothing else knows this type

cdef struct PastFrame:
    Block head
    Code* code
    int32_t instruction


cdef void traceback_free(VM* vm, Block* block) noexcept nogil:
    decref(vm, (<Traceback*>block).next)


cdef void traceback_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    if (<Traceback*>block).next.tag & COUNTED:
        visit((<Traceback*>block).next.as_.block, context)


cdef int traceback_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef Traceback* t = <Traceback*>v.as_.block
    if str_equal(name, NAME_LINENO):
        out[0] = value_int(t.code.positions[4 * t.instruction])
    elif str_equal(name, NAME_NEXT):
        out[0] = value_copy(t.next) if t.next.tag != T_UNSET else value_none()
    elif str_equal(name, NAME_LASTI):
        out[0] = value_int(t.instruction)
    elif str_equal(name, NAME_FRAME):
        return past_frame(vm, t.code, t.instruction, out)
    else:
        return NOT_IMPLEMENTED
    return OK


cdef int past_frame(VM* vm, Code* code, int32_t instruction, Value* out) noexcept nogil:
    cdef PastFrame* frame = <PastFrame*>heap_alloc(vm, T_FRAME, sizeof(PastFrame), False)
    if frame == NULL:
        return ERROR
    frame.code = code
    frame.instruction = instruction
    out[0] = value_block(&frame.head)
    return OK


# gi_frame and the like: where a generator waits; None when it has finished.
cdef int generator_get_frame(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Generator* g = <Generator*>args[0].as_.block
    cdef int64_t instruction = g.pc - g.code.instructions
    if g.state == GENERATOR_FINISHED:
        out[0] = value_none()
        return OK
    return past_frame(vm, g.code, <int32_t>(instruction - 1 if instruction > 0 else 0), out)


cdef int generator_get_code(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_immortal(&(<Generator*>args[0].as_.block).code.head)
    out[0].tag = T_CODE
    return OK


cdef int traceback_set_attribute(VM* vm, Value v, Value name, Value value) noexcept nogil:
    cdef Traceback* t = <Traceback*>v.as_.block
    cdef Traceback* walk
    if not str_equal(<Str*>name.as_.block, NAME_NEXT):
        if (str_equal(<Str*>name.as_.block, NAME_LINENO) or str_equal(<Str*>name.as_.block, NAME_LASTI)
                or str_equal(<Str*>name.as_.block, NAME_FRAME)):
            return raise_error(vm, E_ATTRIBUTE_ERROR, "readonly attribute")
        return NOT_IMPLEMENTED
    if value.tag == T_UNSET:
        return raise_error(vm, E_TYPE_ERROR, "can't delete tb_next attribute")
    if type_of(value) == T_NONE:
        value_store(vm, &t.next, value_unset())
        return OK
    if type_of(value) != T_TRACEBACK:
        return raise_format(vm, E_TYPE_ERROR, "expected traceback object, got '%s'", type_name(value), NULL, NULL)
    walk = <Traceback*>value.as_.block
    while True:
        if walk == t:
            return raise_error(vm, E_VALUE_ERROR, "traceback loop detected")
        if poll(vm, 1) != OK:
            return ERROR
        if walk.next.tag == T_UNSET:
            break
        walk = <Traceback*>walk.next.as_.block
    value_store(vm, &t.next, value_copy(value))
    return OK


cdef void frame_free(VM* vm, Block* block) noexcept nogil:
    pass


cdef int frame_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef PastFrame* frame = <PastFrame*>v.as_.block
    if str_equal(name, NAME_F_LINENO):
        out[0] = value_int(frame.code.positions[4 * frame.instruction])
    elif str_equal(name, NAME_F_CODE):
        out[0] = value_immortal(&frame.code.head)
        out[0].tag = T_CODE
    else:
        return NOT_IMPLEMENTED
    return OK


cdef int code_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef Code* code = <Code*>v.as_.block
    if str_equal(name, NAME_CO_NAME):
        out[0] = value_copy(code.name)
    elif str_equal(name, NAME_CO_QUALNAME):
        out[0] = value_copy(code.qualname)
    elif str_equal(name, NAME_CO_FILENAME):
        out[0] = value_copy(code.filename)
    elif str_equal(name, NAME_CO_FIRSTLINENO):
        out[0] = value_int(code.first_line)
    elif str_equal(name, NAME_CO_ARGCOUNT):
        out[0] = value_int(code.argcount)
    elif str_equal(name, NAME_CO_POSONLYARGCOUNT):
        out[0] = value_int(code.posonly)
    elif str_equal(name, NAME_CO_KWONLYARGCOUNT):
        out[0] = value_int(code.kwonly)
    elif str_equal(name, NAME_CO_VARNAMES):
        return code_names(vm, code.register_names, code.named_count, code.argcount + code.kwonly, out)
    elif str_equal(name, NAME_CO_FREEVARS):
        return code_names(vm, code.free_names, code.capture_count, code.capture_count, out)
    elif str_equal(name, NAME_CO_FLAGS):
        out[0] = value_int((0 if code.flags & CODE_MODULE else 3) | (4 if code.flags & CODE_VARARGS else 0)
                           | (8 if code.flags & CODE_VARKEYWORDS else 0) | (32 if code.flags & CODE_GENERATOR else 0)
                           | (128 if code.flags & CODE_COROUTINE else 0)
                           | (512 if code.flags & CODE_ASYNC_GENERATOR else 0))
    else:
        return NOT_IMPLEMENTED
    return OK


# A name that no program can write.
cdef inline bint is_of_compiler(Str* name) noexcept nogil:
    return name.length == 0 or (name.kind == 1 and (<char*>(name + 1))[0] in b'.(')


# A tuple of names: the first `least`, and the others but for those that the compiler made.
cdef int code_names(VM* vm, Value* names, int64_t count, int64_t least, Value* out) noexcept nogil:
    cdef Tuple* made
    cdef int64_t i, used = 0
    cdef Str* name
    for i in range(count):
        name = <Str*>names[i].as_.block
        if i < least or not is_of_compiler(name):
            used += 1
    made = tuple_new(vm, used)
    if made == NULL:
        return ERROR
    used = 0
    for i in range(count):
        name = <Str*>names[i].as_.block
        if i < least or not is_of_compiler(name):
            tuple_items(made)[used] = value_copy(names[i])
            used += 1
    out[0] = value_block(&made.head)
    return OK


cdef Str* NAME_LINENO = str_static(b"tb_lineno")
cdef Str* NAME_NEXT = str_static(b"tb_next")
cdef Str* NAME_LASTI = str_static(b"tb_lasti")
cdef Str* NAME_FRAME = str_static(b"tb_frame")
cdef Str* NAME_F_LINENO = str_static(b"f_lineno")
cdef Str* NAME_F_CODE = str_static(b"f_code")
cdef Str* NAME_CO_NAME = str_static(b"co_name")
cdef Str* NAME_CO_QUALNAME = str_static(b"co_qualname")
cdef Str* NAME_CO_FILENAME = str_static(b"co_filename")
cdef Str* NAME_CO_ARGCOUNT = str_static(b"co_argcount")
cdef Str* NAME_CO_POSONLYARGCOUNT = str_static(b"co_posonlyargcount")
cdef Str* NAME_CO_KWONLYARGCOUNT = str_static(b"co_kwonlyargcount")
cdef Str* NAME_CO_VARNAMES = str_static(b"co_varnames")
cdef Str* NAME_CO_FREEVARS = str_static(b"co_freevars")
cdef Str* NAME_CO_FLAGS = str_static(b"co_flags")
cdef Str* NAME_CO_FIRSTLINENO = str_static(b"co_firstlineno")

cdef TypeRow* row = register_type(T_TRACEBACK, b"traceback")
row.free = traceback_free
row.traverse = traceback_traverse
row.get_attribute = traceback_get_attribute
row.set_attribute = traceback_set_attribute
row.hash_identity = True

row = register_type(T_FRAME, b"frame")
row.free = frame_free
row.get_attribute = frame_get_attribute
row.hash_identity = True

row = register_type(T_CODE, b"code")
row.get_attribute = code_get_attribute
row.hash_identity = True

for _type, _frame, _code in ((T_GENERATOR, b"gi_frame(self)", b"gi_code(self)"),
                             (T_COROUTINE, b"cr_frame(self)", b"cr_code(self)"),
                             (T_ASYNC_GENERATOR, b"ag_frame(self)", b"ag_code(self)")):
    register_native(_type, NATIVE_GETTER, _frame, generator_get_frame, NULL)
    register_native(_type, NATIVE_GETTER, _code, generator_get_code, NULL)
