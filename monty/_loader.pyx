"""From the compiler's ``Module`` to the machine's ``Code``; the prelude; boot."""


from libc.stdint cimport int32_t, int64_t, uint8_t, uint32_t, uint64_t
from libc.stdlib cimport calloc
from libc.string cimport memset

from monty._builtins cimport builtin_add, builtin_find
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty.modules.registry cimport register_module_constant
from monty.objects.complex cimport complex_new
from monty.objects.bytes cimport Bytes, bytes_from
from monty.objects.dict cimport Dict, dict_new, dict_set
from monty.objects.int cimport int_from_host
from monty.objects.set cimport Set, set_add, set_new
from monty.objects.str cimport str_find_static, str_from_host, str_hash, str_static
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new
from monty._protocol cimport value_hash

from monty.compiler import code as code_flags
from monty.compiler import opcodes
from monty.compiler.builtin_names import BUILTIN_NAMES, PUBLIC_NAMES
from monty.compiler.code import BuiltinReference
from monty.compiler.code import Code as CompilerCode
from monty.compiler.codegen.generator import NO_SLOT


cdef uint64_t last_serial = 0


cdef class LoadedProgram:
    """A compiled module, ready to run.

    Arguments:
        module: what ``compile_module`` returned; it must have passed ``verify``.
        prelude: it is a file of the prelude: names of other prelude functions and of intrinsics are resolved in it,
            and its frames are hidden from tracebacks.
        library: it is a module of the library, whose frames are hidden too.
        constants: library: what some of its global names stand for, which are no variables: addresses of immortal blocks.
    """

    def __cinit__(self, module, bint prelude=False, bint library=False, dict constants=None):
        global last_serial
        last_serial += 1
        self.serial = last_serial
        heap_init(&self.arena, 0, -1, 0)
        self.arena.heap.fixed = True
        self.arena.max_instructions = -1
        self.module = module
        self.script_name = module.script_name
        self.prelude = prelude
        self.library = library
        self.known = constants
        self.strings = {}
        self.patches = []
        self.codes = {}
        self.filename = self.constant(self.script_name)
        self.code = self.load_code(module.code)
        if module.in_dict:
            # It only calls the function that is the module, and is no frame that a program sees.
            self.code.flags |= CODE_PRELUDE
        cdef int32_t i
        self.global_count = len(module.global_names)
        self.global_names = <Value*>self.memory(self.global_count * sizeof(Value))
        for i in range(self.global_count):
            self.global_names[i] = self.constant(module.global_names[i])

    def __dealloc__(self):
        heap_teardown(&self.arena)

    cdef void* memory(self, size_t size) except NULL:
        cdef void* memory = buffer_new(&self.arena, size if size > 0 else 1)
        if memory == NULL:
            raise MemoryError
        return memory

    cdef Value constant(self, object value) except *:
        """The value of a constant, immortal."""
        cdef Value v
        cdef Str* s
        cdef Str* shared
        cdef Tuple* t
        cdef Bytes* data
        cdef Set* items
        cdef int64_t i, hash
        kind = type(value)
        if value is None:
            return value_none()
        if kind is bool:
            return value_bool(value)
        if kind is int:
            if int_from_host(&self.arena, value, &v) != OK:
                raise MemoryError
        elif kind is float:
            return value_float(value)
        elif kind is complex:
            if complex_new(&self.arena, value.real, value.imag, &v) != OK:
                raise MemoryError
        elif kind is str:
            # One block for each text: keys and names are mostly found by their address.
            address = self.strings.get(value)
            if address is not None:
                return value_immortal(<Block*><size_t>address)
            s = str_from_host(&self.arena, value)
            if s == NULL:
                raise MemoryError
            shared = str_find_static(s)
            if shared != NULL:
                heap_free(&self.arena, &s.head)
                s = shared
            str_hash(s)
            self.strings[value] = <size_t>s
            return value_immortal(&s.head)
        elif kind is complex:
            if complex_new(&self.arena, value.real, value.imag, &v) != OK:
                raise MemoryError
        elif value is Ellipsis:
            v = value_none()
            v.tag = T_ELLIPSIS
            return v
        elif kind is bytes:
            data = bytes_from(&self.arena, <const uint8_t*><char*>value, len(value))
            if data == NULL:
                raise MemoryError
            v = value_immortal(&data.head)
        elif kind is frozenset:
            items = set_new(&self.arena, T_FROZENSET)
            if items == NULL:
                raise MemoryError
            for item in value:
                if set_add(&self.arena, items, self.constant(item)) != OK:
                    raise MemoryError
            v = value_immortal(&items.head)
        elif kind is tuple:
            t = tuple_new(&self.arena, len(value))
            if t == NULL:
                raise MemoryError
            for i in range(t.length):
                tuple_items(t)[i] = self.constant(value[i])
            v = value_immortal(&t.head)
        elif kind is BuiltinReference:
            s = str_static(value.name.encode())
            if not builtin_find(s, &v):
                raise ValueError(f'no builtin {value.name!r}')
            return v
        elif kind is CompilerCode:
            return value_immortal(&self.load_code(value).head)
        else:
            raise ValueError(f'a constant of type {kind.__name__}')
        v.tag &= ~<uint32_t>COUNTED
        # Hashes are cached in the block: filled in now, because nobody writes to it once threads share it.
        value_hash(&self.arena, v, NATIVE_DEPTH, &hash)
        clear_error(&self.arena)
        return v

    cdef Code* load_code(self, object source) except NULL:
        cdef Code* code = <Code*>self.memory(sizeof(Code))
        cdef int32_t i
        cdef uint64_t word
        cdef int32_t extra = 0
        memset(code, 0, sizeof(Code))
        code.head.refcount = 1
        code.head.type = T_CODE
        instructions = list(source.instructions)
        constants = list(source.constants)
        known = []
        if self.prelude:
            # Every name of a prelude function that is not its own local is a constant.
            number = opcodes.BY_NAME['GET_GLOBAL'].number
            load = opcodes.BY_NAME['LOAD_CONST'].number
            following = opcodes.BY_NAME['EXT'].number
            for i, instruction in enumerate(instructions):
                if instruction & 0xFF == number:
                    _, _, a, _, c = opcodes.decode(instruction)
                    self.patches.append((<size_t>code, len(constants), source.constants[c]))
                    instructions[i] = opcodes.encode_joined(load, 0, a, len(constants))
                    constants.append(None)
        elif self.known:
            number = opcodes.BY_NAME['GET_GLOBAL'].number
            load = opcodes.BY_NAME['LOAD_CONST'].number
            for i, instruction in enumerate(instructions):
                if instruction & 0xFF == number:
                    _, _, a, b, c = opcodes.decode(instruction)
                    if b == NO_SLOT and source.constants[c] in self.known:
                        known.append((len(constants), source.constants[c]))
                        instructions[i] = opcodes.encode_joined(load, 0, a, len(constants))
                        constants.append(None)
        code.instruction_count = len(instructions)
        code.instructions = <uint64_t*>self.memory(code.instruction_count * sizeof(uint64_t))
        for i in range(code.instruction_count):
            word = instructions[i]
            code.instructions[i] = word
        code.constant_count = len(constants)
        code.constants = <Value*>self.memory(code.constant_count * sizeof(Value))
        for i in range(code.constant_count):
            if self.prelude and type(constants[i]) is BuiltinReference:
                self.patches.append((<size_t>code, i, constants[i].name))
                code.constants[i] = value_none()
            else:
                code.constants[i] = self.constant(constants[i])
        for i, name in known:
            code.constants[i] = value_immortal(<Block*><size_t>self.known[name])
        code.register_count = source.register_count
        code.first_temp = source.first_temp
        code.argcount = source.argcount
        code.posonly = source.posonly
        code.kwonly = source.kwonly
        code.flags = source.flags
        if self.prelude:
            code.flags |= CODE_PRELUDE
        if self.library:
            code.flags |= CODE_LIBRARY
        code.parameter_count = (code.argcount + code.kwonly + (1 if code.flags & CODE_VARARGS else 0)
                                + (1 if code.flags & CODE_VARKEYWORDS else 0))
        code.named_count = len(source.register_names)
        code.fast_arguments = -1
        if code.flags & CODE_SIMPLE_ARGUMENTS and not code.flags & (CODE_ANY_GENERATOR | CODE_PRELUDE):
            code.fast_arguments = code.argcount
        elif code.flags & CODE_SIMPLE_ARGUMENTS and not code.flags & CODE_PRELUDE:
            code.fast_arguments = FAST_GENERATOR - code.argcount
        code.register_names = <Value*>self.memory(code.named_count * sizeof(Value))
        for i in range(code.named_count):
            code.register_names[i] = self.constant(source.register_names[i])
        code.free_names = <Value*>self.memory(len(source.free_names) * sizeof(Value))
        for i in range(len(source.free_names)):
            code.free_names[i] = self.constant(source.free_names[i])
        code.capture_count = len(source.captures)
        code.captures = <Capture*>self.memory(code.capture_count * sizeof(Capture))
        for i in range(code.capture_count):
            code.captures[i].local = source.captures[i][0]
            code.captures[i].index = source.captures[i][1]
        code.exception_count = len(source.exception_table)
        code.exception_table = <ExceptionEntry*>self.memory(code.exception_count * sizeof(ExceptionEntry))
        for i in range(code.exception_count):
            start, end, target, register = source.exception_table[i]
            code.exception_table[i].start = start
            code.exception_table[i].end = end
            code.exception_table[i].target = target
            code.exception_table[i].register = register
        code.positions = <int32_t*>self.memory(code.instruction_count * 4 * sizeof(int32_t))
        for i in range(code.instruction_count):
            line, end_line, column, end_column = source.positions[i]
            code.positions[4 * i] = line
            code.positions[4 * i + 1] = end_line
            code.positions[4 * i + 2] = column
            code.positions[4 * i + 3] = end_column
        code.name = self.constant(source.name)
        code.qualname = self.constant(source.qualname)
        code.doc = self.constant(source.doc)
        code.filename = self.filename
        code.first_line = source.first_line
        if self.prelude and source.name == source.qualname:
            self.codes[source.name] = <size_t>code
        return code


# --- boot ------------------------------------------------------------------------------------------------------------

# Programs of the prelude: kept alive for ever, because their functions are constants of everything.
cdef list prelude_programs = []
cdef dict intrinsics = {}
cdef set missing = set()
cdef LoadedProgram prelude_constants


cdef Function* immortal_function(Code* code, tuple defaults, LoadedProgram program) except NULL:
    cdef Function* f = <Function*>calloc(1, sizeof(Function))
    if f == NULL:
        raise MemoryError
    f.head.refcount = 1
    f.head.type = T_FUNCTION
    f.head.flags = FUNCTION_IMMORTAL
    f.code = code
    f.name = code.name
    f.qualname = code.qualname
    f.doc = code.doc
    if defaults:
        f.defaults = program.constant(defaults)
    return f


cdef int fill_keyword_defaults(Function* f, dict named, LoadedProgram program) except -1:
    cdef Dict* d
    if named:
        d = dict_new(&program.arena, len(named))
        if d == NULL:
            raise MemoryError
        for name, default in named.items():
            if dict_set(&program.arena, d, program.constant(name), program.constant(default)) != OK:
                raise MemoryError
        f.keyword_defaults = value_immortal(&d.head)
    return 0


def _load_prelude() -> None:
    from monty.builtins import prelude
    from monty.precompiled import prelude_files

    cdef LoadedProgram program
    cdef Function* f
    cdef Value v
    cdef Code* code
    cdef Value* slot
    cdef Class* facade
    functions = {}
    for file in prelude_files():
        program = LoadedProgram(file.module, prelude=True)
        prelude_programs.append(program)
        for name, defaults, keyword_defaults in file.functions:
            code = <Code*><size_t>program.codes[name]
            f = immortal_function(code, defaults, program)
            fill_keyword_defaults(f, keyword_defaults, program)
            if name in functions:
                raise SystemError(f'prelude: {name} is defined twice')
            functions[name] = <size_t>f
            if name in prelude.FACADES:
                if not builtin_find(str_static(prelude.FACADES[name].encode()), &v):
                    v = value_immortal(<Block*><size_t>class_addresses[prelude.FACADES[name]])
                code.facade = <Class*>v.as_.block
    for name, address in functions.items():
        # The slot keeps the pointer to its name: a bytes object that lives as long as the process.
        kept = name.encode()
        prelude_programs.append(kept)
        slot = prelude_slot(kept)
        slot[0] = value_immortal(<Block*><size_t>address)
        if name in BUILTIN_NAMES and not builtin_find(str_static(kept), &v):
            builtin_add(str_static(kept), value_immortal(<Block*><size_t>address))
    for entry in prelude_programs:
        if not isinstance(entry, LoadedProgram):
            continue
        program = entry
        for code_address, index, name in program.patches:
            code = <Code*><size_t>code_address
            if name in functions:
                v = value_immortal(<Block*><size_t>functions[name])
            elif name in intrinsics:
                v = value_immortal(<Block*><size_t>intrinsics[name])
            elif not builtin_find(str_static(name.encode()), &v):
                if code.flags & CODE_MODULE:
                    continue        # never run
                missing.add(f'{program.script_name}: {name}')
                v = value_none()
            code.constants[<int64_t>index] = v


cdef dict class_addresses = {}


cdef size_t intrinsic_address(str name) except 0:
    cdef Value* slot
    if name in intrinsics:
        return intrinsics[name]
    # A slot that is not there yet keeps the pointer to its name.
    kept = name.encode()
    prelude_programs.append(kept)
    slot = prelude_slot(kept)
    if slot.tag == T_UNSET:
        raise ImportError(f'no intrinsic or function of the prelude is named {name!r}')
    return <size_t>slot.as_.block


def _boot() -> None:
    """Import every type, make the class objects, the table of builtins, and the prelude."""
    import importlib
    import pkgutil

    import monty.builtins
    import monty.modules
    import monty.objects

    cdef Native* native
    cdef Value v
    for package in (monty.objects, monty.builtins, monty.modules):
        for info in pkgutil.iter_modules(package.__path__):
            if not info.ispkg:
                importlib.import_module(f'{package.__name__}.{info.name}')
    from monty.objects.type_boot import boot
    from monty.modules.typing import register_classes
    from monty.objects.deque_methods import register_class
    from monty.objects.type_slots import document, register_slots

    register_slots()
    class_addresses.update(boot())
    document(class_addresses)
    register_classes()
    register_class()
    for name, address in class_addresses.items():
        if name in BUILTIN_NAMES:
            builtin_add(str_static(name.encode()), value_immortal(<Block*><size_t>address))
    for alias in ('EnvironmentError', 'IOError'):
        builtin_add(str_static(alias.encode()), value_immortal(<Block*><size_t>class_addresses['OSError']))
    v = value_not_implemented()
    builtin_add(str_static(b'NotImplemented'), v)
    v.tag = T_ELLIPSIS
    builtin_add(str_static(b'Ellipsis'), v)
    native = first_native()
    while native != NULL:
        if native.kind == NATIVE_FUNCTION and native.type == -1:
            builtin_add(native.name, value_immortal(&native.head))
        elif native.kind == NATIVE_INTRINSIC:
            intrinsics[(<bytes>(<char*>(native.name + 1))[:native.name.length]).decode('latin-1')] = <size_t>native
        native = native.next
    _load_prelude()
    _register_builtins()


def _register_builtins() -> None:
    """The module builtins: the names that every program finds, but not those that only the compiler writes."""
    cdef Value v
    for name in sorted(PUBLIC_NAMES):
        if builtin_find(str_static(name.encode()), &v):
            register_module_constant(b"builtins", name.encode(), v)
    for name, truth in (('True', True), ('False', False), ('__debug__', True)):
        register_module_constant(b"builtins", name.encode(), value_bool(truth))
    register_module_constant(b"builtins", b"None", value_none())


def missing_names() -> list[str]:
    """Names that the compiler takes for builtins, or that the prelude uses, and that nothing defines: a defect if not
    empty."""
    cdef Value v
    return sorted(missing) + sorted(name for name in BUILTIN_NAMES if not builtin_find(str_static(name.encode()), &v))


_boot()
