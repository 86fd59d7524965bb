"""What compile, exec, eval, globals and locals need of the machine: compiled code that appears while a program runs,
and names that live in dicts (compiler/dynamic.py). The functions themselves are in prelude/dynamic_code.py.

A program that is compiled at run time is kept until the run ends, because functions and generators point into it. Its
size counts against the memory limit."""

from libc.stdint cimport int32_t, int64_t

from monty._builtins cimport builtin_find
from monty._convert cimport value_from_host
from monty._generated cimport *
from monty._heap cimport *
from monty._loader cimport LoadedProgram
from monty._machine cimport *
from monty.builtins.dynamic_code cimport release_compiled
from monty.objects.dict cimport Dict, dict_get, dict_get_str, dict_new, dict_remove, dict_set
from monty.objects.exception cimport raise_named
from monty.objects.function cimport function_new
from monty.objects.str cimport str_equal, str_static, str_to_host
from monty.objects.str_builder cimport writer_ascii, writer_discard, writer_finish, writer_init, writer_str

from collections import OrderedDict

cdef enum:
    # Bytes that a compiled program takes, for each character of its text and at least: measured, rounded up.
    BYTES_PER_CHARACTER = 64
    BYTES_AT_LEAST = 4096

    GENERATED_KEPT = 512

# Machine's address -> [bytes in all, {(text, file name, mode): program}].
cdef dict compiled = {}

# Text -> program: the last ones that library modules generated, for all machines.
cdef object generated = OrderedDict()

cdef Str* GLOBALS = str_static(b"(globals)")
cdef Str* CLASS_NAMESPACE = str_static(b".namespace")
cdef Str* LOCALS = str_static(b"(locals)")
cdef Str* BUILTINS = str_static(b"__builtins__")


cdef int release_compiled(Machine* m) except -1:
    if compiled.pop(<size_t>m, None) is not None:
        m.cache_program = 0
    return 0


# --- code -------------------------------------------------------------------------------------------------------------

cdef int compile_held(VM* vm, Value* args, Value* out) except -1:
    """Code, or a tuple that says why there is none."""
    cdef LoadedProgram program
    cdef Code* code
    cdef int64_t i
    from monty.compiler.compile import compile_at_run_time
    from monty.compiler.verifier import verify
    from monty.errors import MontySyntaxError

    key = (str_to_host(<Str*>args[0].as_.block), str_to_host(<Str*>args[1].as_.block),
           str_to_host(<Str*>args[2].as_.block))
    kept = compiled.setdefault(<size_t>machine_of(vm), [0, {}])
    program = kept[1].get(key)
    if program is None:
        size = BYTES_AT_LEAST + BYTES_PER_CHARACTER * len(key[0])
        if kept[0] + size > vm.heap.limit:
            raise_limit(vm, LIMIT_MEMORY)
            return -2
        try:
            module = compile_at_run_time(*key)
        except MontySyntaxError as error:
            text = None if error.text is None else error.text + ('' if error.text.endswith('\n') else '\n')
            value_from_host(vm, (error.type_name, error.msg, error.filename, error.lineno, error.offset, text,
                                 error.end_lineno, error.end_offset), 'SyntaxError', out)
            return 0
        verify(module)
        program = LoadedProgram(module)
        program.source = key[0]
        kept[0] += size
        kept[1][key] = program
    for i in range(program.code.constant_count):
        if type_of(program.code.constants[i]) == T_CODE:
            code = <Code*>program.code.constants[i].as_.block
            out[0] = value_immortal(&code.head)
            return 0
    raise SystemError('the module function is missing')


cdef int generate_held(VM* vm, Value text_value, Value* out) except -1:
    """The one function that the text defines; -2 with the error set."""
    cdef LoadedProgram program
    cdef Function* f
    cdef int64_t i
    from monty.compiler.compile import compile_module
    from monty.compiler.verifier import verify

    text = str_to_host(<Str*>text_value.as_.block)
    kept = compiled.setdefault(<size_t>machine_of(vm), [0, {}])
    program = kept[1].get(text)
    if program is None:
        size = BYTES_AT_LEAST + BYTES_PER_CHARACTER * len(text)
        if kept[0] + size > vm.heap.limit:
            raise_limit(vm, LIMIT_MEMORY)
            return -2
        program = generated.get(text)
        if program is None:
            module = compile_module(text, '<string>')
            verify(module)
            program = LoadedProgram(module)
            program.source = text
            generated[text] = program
            if len(generated) > GENERATED_KEPT:
                generated.popitem(False)
        else:
            generated.move_to_end(text)
        kept[0] += size
        kept[1][text] = program
    for i in range(program.code.constant_count):
        if type_of(program.code.constants[i]) == T_CODE:
            f = function_new(vm, <Code*>program.code.constants[i].as_.block, &machine_of(vm).main)
            if f == NULL:
                return -2
            out[0] = value_block(&f.head)
            return 0
    raise SystemError('the function is missing')


# _generated_function(text): the function that the text, of a library module, defines. It must use no globals but
# builtins.
cdef int generated_function(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int answer = OK
    if type_of(args[0]) != T_STR:
        return raise_error(vm, E_TYPE_ERROR, "a text is needed")
    with gil:
        try:
            if generate_held(vm, args[0], out) == -2:
                answer = ERROR
        except MemoryError:
            answer = raise_limit(vm, LIMIT_MEMORY)
        except Exception as error:
            message = f'{type(error).__name__}: {error}'.encode('ascii', 'replace')
            answer = raise_error(vm, E_SYSTEM_ERROR, message)
    return answer


# _compile(text, file_name, mode): code, or the details of the SyntaxError.
cdef int compile_text(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int answer = OK
    with gil:
        try:
            if compile_held(vm, args, out) == -2:
                answer = ERROR
        except MemoryError:
            answer = raise_limit(vm, LIMIT_MEMORY)
        except Exception as error:
            message = f'{type(error).__name__}: {error}'.encode('ascii', 'replace')
            answer = raise_error(vm, E_SYSTEM_ERROR, message)
    return answer


# _code_function(code): the function of two dicts that the code is.
cdef int code_function(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Function* f = function_new(vm, <Code*>args[0].as_.block, &machine_of(vm).main)
    if f == NULL:
        return ERROR
    out[0] = value_block(&f.head)
    return OK


# --- the caller's names -----------------------------------------------------------------------------------------------

cdef Frame* calling_frame(Machine* m) noexcept nogil:
    cdef Frame* frame = m.frame
    while frame > m.frames and frame.code.flags & CODE_PRELUDE:
        frame -= 1
    return frame


# The value of a variable of a frame, borrowed; unset if it has none of that name or it is not bound.
cdef Value frame_variable(Frame* frame, Str* name) noexcept nogil:
    cdef int32_t i
    cdef Value v
    for i in range(frame.code.named_count):
        if str_equal(<Str*>frame.code.register_names[i].as_.block, name):
            v = frame.registers[i]
            return (<Cell*>v.as_.block).content if v.tag & TYPE_MASK == T_CELL else v
    if frame.function != NULL:
        for i in range(frame.function.cell_count):
            if str_equal(<Str*>frame.code.free_names[i].as_.block, name):
                return function_cells(frame.function)[i].content
    return value_unset()


# _caller_globals(): the dict of the code that calls, or None if its globals are in no dict.
cdef int caller_globals(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Machine* m = machine_of(vm)
    cdef Frame* frame = calling_frame(m)
    cdef Value v = value_unset()
    while True:
        v = frame_variable(frame, GLOBALS)
        if v.tag != T_UNSET or frame == m.frames:
            break
        frame -= 1
    out[0] = value_none() if v.tag == T_UNSET else value_copy(v)
    return OK


# _caller_module(): the __name__ of the code that calls.
cdef int caller_module(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Frame* frame = calling_frame(machine_of(vm))
    out[0] = frame.module.name if frame.module != NULL else value_none()
    return OK


# _module_names(function): the global names of the function's module, of the program for anything else. Where they live
# in a dict that one, else a new one with what they are now.
cdef int module_names(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef ModuleState* state = &machine_of(vm).main
    cdef Dict* names
    cdef int32_t slot
    if type_of(args[0]) == T_FUNCTION and (<Function*>args[0].as_.block).module != NULL:
        state = (<Function*>args[0].as_.block).module
    for slot in range(state.global_count):
        if str_equal(<Str*>state.global_names[slot].as_.block, GLOBALS) and type_of(state.registers[slot]) == T_DICT:
            out[0] = value_copy(state.registers[slot])
            return OK
    names = dict_new(vm, 0)
    if names == NULL:
        return ERROR
    for slot in range(state.global_count):
        if state.registers[slot].tag == T_UNSET:
            continue
        if dict_set(vm, names, state.global_names[slot], state.registers[slot]) != OK:
            decref(vm, value_block(&names.head))
            return ERROR
    out[0] = value_block(&names.head)
    return OK


cdef int add_variable(VM* vm, Dict* d, Value name, Value v) noexcept nogil:
    if v.tag & TYPE_MASK == T_CELL:
        v = (<Cell*>v.as_.block).content
    # Names that begin with a parenthesis or a dot are the compiler's.
    cdef Str* text = <Str*>name.as_.block
    if v.tag == T_UNSET or (text.length > 0 and text.kind == 1 and (<char*>(text + 1))[0] in b'(.'):
        return OK
    return dict_set(vm, d, name, v)


# _caller_locals(): the dict of module code; a new one of the variables of a function.
cdef int caller_locals(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Machine* m = machine_of(vm)
    cdef Frame* frame = calling_frame(m)
    cdef Value v
    cdef Dict* d
    cdef int32_t i
    cdef int status = OK
    if frame.code.named_count > 0 and str_equal(<Str*>frame.code.register_names[0].as_.block, CLASS_NAMESPACE):
        out[0] = value_copy(frame.registers[0])
        return OK
    for i in range(frame.code.named_count):
        if str_equal(<Str*>frame.code.register_names[i].as_.block, LOCALS):
            out[0] = value_copy(frame_variable(frame, LOCALS))
            return OK
    d = dict_new(vm, 8)
    if d == NULL:
        return ERROR
    for i in range(frame.code.named_count):
        if status == OK:
            status = add_variable(vm, d, frame.code.register_names[i], frame.registers[i])
    if frame.function != NULL:
        for i in range(frame.function.cell_count):
            if status == OK:
                status = add_variable(vm, d, frame.code.free_names[i], function_cells(frame.function)[i].content)
    if status != OK:
        decref(vm, value_block(&d.head))
        return status
    out[0] = value_block(&d.head)
    return OK


# --- names in dicts ---------------------------------------------------------------------------------------------------

cdef int name_missing(VM* vm, Value name) noexcept nogil:
    cdef Writer w
    cdef Value message
    writer_init(&w, vm)
    if writer_ascii(&w, "name '", -1) != OK or writer_str(&w, <Str*>name.as_.block) != OK or writer_ascii(
            &w, "' is not defined", -1) != OK:
        writer_discard(&w)
        return ERROR
    if writer_finish(&w, &message) != OK:
        return ERROR
    return raise_named(vm, E_NAME_ERROR, message, name, value_unset())


# A name that the globals do not have: of their __builtins__ if that is a dict, else of the builtins.
cdef int load_builtin(VM* vm, Dict* namespace, Value name, Value* out) noexcept nogil:
    cdef Value builtins
    if dict_get_str(namespace, BUILTINS, &builtins) and type_of(builtins) == T_DICT:
        if not dict_get_str(<Dict*>builtins.as_.block, <Str*>name.as_.block, out):
            return name_missing(vm, name)
        out[0] = value_copy(out[0])
        return OK
    if builtin_find(<Str*>name.as_.block, out):
        return OK
    return name_missing(vm, name)


cdef int load_global(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if type_of(args[0]) != T_DICT or type_of(args[1]) != T_STR:
        return raise_error(vm, E_TYPE_ERROR, "globals must be a dict")
    if dict_get_str(<Dict*>args[0].as_.block, <Str*>args[1].as_.block, out):
        out[0] = value_copy(out[0])
        return OK
    return load_builtin(vm, <Dict*>args[0].as_.block, args[1], out)


cdef int load_name(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if type_of(args[0]) != T_DICT:
        return DEFER
    if type_of(args[2]) == T_STR and dict_get_str(<Dict*>args[0].as_.block, <Str*>args[2].as_.block, out):
        out[0] = value_copy(out[0])
        return OK
    return load_global(vm, args + 1, 2, out)


cdef int delete_name(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value old
    cdef int status
    if type_of(args[0]) != T_DICT or type_of(args[1]) != T_STR:
        return DEFER
    if not dict_get_str(<Dict*>args[0].as_.block, <Str*>args[1].as_.block, &old):
        return name_missing(vm, args[1])
    old = value_unset()
    status = dict_remove(vm, <Dict*>args[0].as_.block, args[1], &old)
    decref(vm, old)
    out[0] = value_none()
    return ERROR if status == ERROR else OK


cdef int is_code(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool(type_of(args[0]) == T_CODE)
    return OK


# _code_takes(code): how many free variables the code has; -1 if it is no code that compile made.
cdef int code_takes(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Code* code = <Code*>args[0].as_.block
    cdef bint made = code.argcount == 2 and code.named_count >= 2 and str_equal(
        <Str*>code.register_names[0].as_.block, GLOBALS)
    out[0] = value_int(0 if made else -1)
    return OK


register_native(-1, NATIVE_INTRINSIC, b"_compile(text, file_name, mode, /)", compile_text, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_generated_function(text, /)", generated_function, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_code_function(code, /)", code_function, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_is_code(object, /)", is_code, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_code_takes(code, /)", code_takes, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_module_names(function, /)", module_names, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_caller_globals()", caller_globals, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_caller_module()", caller_module, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_caller_locals()", caller_locals, NULL)
register_native(-1, NATIVE_FUNCTION, b"__load_name__(names, namespace, name, /)", load_name, b"load_name")
register_native(-1, NATIVE_FUNCTION, b"__load_global__(namespace, name, /)", load_global, NULL)
register_native(-1, NATIVE_FUNCTION, b"__delete_name__(names, name, /)", delete_name, b"delete_name")
