"""The class objects and method tables of all built-in types: made once per process, after every file has registered
its rows and natives."""

from libc.stdint cimport int64_t, uint32_t
from libc.stdlib cimport calloc
from libc.string cimport memcpy

from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty.exception_table import EXCEPTIONS, MODULE_EXCEPTIONS
from monty.modules.registry cimport first_module_entry, ModuleEntry
from monty.objects.exception cimport exception_class, exception_set_class
from monty.objects.str cimport str_hash, str_static
from monty.objects.tuple cimport Tuple, tuple_items
from monty.objects.type cimport NativeTable

# Types whose exact tag differs from the one that carries their class.
cdef dict FINAL_TYPES = {T_BOOL: True, T_NONE: True, T_RANGE: True, T_SLICE: True, T_FUNCTION: True, T_NATIVE: True,
                         T_GENERATOR: True, T_COROUTINE: True, T_ASYNC_GENERATOR: True,
                         T_ELLIPSIS: True, T_NOT_IMPLEMENTED: True}


cdef Tuple* immortal_tuple(list addresses) except NULL:
    """A tuple of immortal blocks, outside any heap."""
    cdef Tuple* t = <Tuple*>calloc(1, sizeof(Tuple) + len(addresses) * sizeof(Value))
    cdef int64_t i
    if t == NULL:
        raise MemoryError
    t.head.refcount = 1
    t.head.type = T_TUPLE
    t.length = len(addresses)
    for i in range(t.length):
        tuple_items(t)[i] = value_immortal(<Block*><size_t>addresses[i])
    return t


cdef Class* make_class(bytes name, int instance_type, Class* base) except NULL:
    cdef Class* cls = <Class*>calloc(1, sizeof(Class))
    cdef Str* text
    cdef list mro
    if cls == NULL:
        raise MemoryError
    cls.head.refcount = 1
    cls.head.type = T_TYPE
    # the name of a type's row may begin with its module: types.GenericAlias
    module, _, short = name.rpartition(b'.')
    text = str_static(short)
    cls.c_name = <char*>calloc(1, len(name) + 1)
    if cls.c_name == NULL:
        raise MemoryError
    memcpy(cls.c_name, <char*>name, len(name))
    cls.name = value_immortal(&text.head)
    cls.qualname = cls.name
    text = str_static(module or b"builtins")
    cls.module = value_immortal(&text.head)
    cls.attributes = value_unset()
    cls.instance_type = instance_type
    cls.flags = CLASS_BUILTIN | (CLASS_FINAL if instance_type in FINAL_TYPES else 0)
    mro = [<size_t>cls]
    if base != NULL:
        for i in range((<Tuple*>base.mro.as_.block).length):
            mro.append(<size_t>tuple_items(<Tuple*>base.mro.as_.block)[i].as_.block)
    cls.mro = value_immortal(&immortal_tuple(mro).head)
    cls.bases = value_immortal(&immortal_tuple([<size_t>base] if base != NULL else []).head)
    return cls


cdef int add_native(dict tables, Native* native, Class* cls) except -1:
    tables.setdefault(<size_t>cls, []).append(<size_t>native)
    return 0


cdef int make_table(Class* cls, list natives) except -1:
    cdef NativeTable* table = <NativeTable*>calloc(1, sizeof(NativeTable))
    cdef uint32_t size = 4
    cdef uint32_t slot
    cdef Native* native
    while size < 2 * len(natives):
        size *= 2
    table.mask = size - 1
    table.names = <Str**>calloc(size, sizeof(Str*))
    table.natives = <Native**>calloc(size, sizeof(Native*))
    for address in natives:
        native = <Native*><size_t>address
        slot = <uint32_t>str_hash(native.name) & table.mask
        while table.names[slot] != NULL:
            slot = (slot + 1) & table.mask
        table.names[slot] = native.name
        table.natives[slot] = native
    cls.native_table = table
    return 0


cdef int parse_signature(Native* native) except -1:
    """Fill in what `native.signature` says: name, parameters, how they may be passed."""
    cdef str text = (<bytes>native.signature).decode()
    cdef str name = text[:text.index('(')]
    cdef str inside = text[text.index('(') + 1:text.rindex(')')]
    cdef list names = []
    cdef int required = 0
    cdef int position
    native.name = str_static(name.encode())
    native.positional_only = 0
    native.positional = -1
    for part in split_parameters(inside):
        if part == '/':
            native.positional_only = len(names)
        elif part == '*':
            native.positional = len(names)
        elif part.startswith('*'):
            native.variadic = True
        else:
            names.append(part.split('=')[0].split(':')[0].strip())
            if '=' not in part and native.positional < 0:
                required = len(names)
    native.parameters = len(names)
    native.required = required
    if native.positional < 0:
        native.positional = len(names)
    native.fewest = native.required
    native.optional = native.positional - native.required
    if native.variadic:
        native.fewest = 0x7FFFFFFF
        native.optional = 0
        native.positional_only = len(names)
    if len(names) > MAX_NATIVE_PARAMETERS:
        raise SystemError(f'{text}: more than {MAX_NATIVE_PARAMETERS} parameters')
    native.parameter_names = <Str**>calloc(len(names) + 1, sizeof(Str*))
    for position, parameter in enumerate(names):
        native.parameter_names[position] = str_static(parameter.encode())
    return 0


def split_parameters(text: str) -> list[str]:
    """Split at the commas outside brackets and quotes.

    >>> split_parameters("self, /, sep=', ', pair=(1, 2)")
    ['self', '/', "sep=', '", 'pair=(1, 2)']
    """
    parts = []
    depth = 0
    quote = ''
    current = ''
    for letter in text:
        if quote:
            quote = '' if letter == quote else quote
        elif letter in '\'"':
            quote = letter
        elif letter in '([{':
            depth += 1
        elif letter in ')]}':
            depth -= 1
        if letter == ',' and depth == 0 and not quote:
            parts.append(current.strip())
            current = ''
        else:
            current += letter
    if current.strip():
        parts.append(current.strip())
    return parts


# Built-in types that are subclasses of another built-in type.
cdef dict BASES = {T_BOOL: T_INT}


def boot() -> dict[str, int]:
    """Make the class objects and method tables of all registered types. Returns the addresses of the classes by name,
    for the loader's table of builtins."""
    cdef Class* object_class
    cdef Class* cls
    cdef Native* native
    cdef ModuleEntry* entry
    cdef int kind
    cdef dict classes = {}
    cdef dict tables = {}
    types_pointer[T_OBJECT].name = "object"
    object_class = make_class(b"object", T_INSTANCE, NULL)
    types_pointer[T_OBJECT].cls = object_class
    classes['object'] = <size_t>object_class
    order = [T_INT] + [t for t in range(T_TYPE_COUNT) if t != T_INT]
    for t in order:
        if types_pointer[<int>t].name == NULL or t in (T_OBJECT, T_LONG, T_BUFFER, T_EXCEPTION, T_INSTANCE):
            continue
        base = BASES.get(t)
        cls = make_class(<bytes>types_pointer[<int>t].name, t,
                         types_pointer[<int>base].cls if base is not None else object_class)
        types_pointer[<int>t].cls = cls
        classes[(<bytes>types_pointer[<int>t].name).decode()] = <size_t>cls
    types_pointer[T_LONG].cls = types_pointer[T_INT].cls
    for kind, (name, base_name) in enumerate(EXCEPTIONS, 1):
        cls = make_class(name.encode(), T_EXCEPTION, <Class*><size_t>classes[base_name])
        if name == 'ExceptionGroup':
            # The one built-in class with two bases.
            cls.bases = value_immortal(&immortal_tuple([classes[base_name], classes['Exception']]).head)
            cls.mro = value_immortal(&immortal_tuple([<size_t>cls, classes[base_name], classes['Exception'],
                                                      classes['BaseException'], classes['object']]).head)
        cls.exception_kind = kind
        exception_set_class(kind, cls)
        if name in MODULE_EXCEPTIONS:
            cls.module = value_immortal(&str_static(MODULE_EXCEPTIONS[name][1].encode()).head)
        classes[name] = <size_t>cls
    types_pointer[T_EXCEPTION].cls = exception_class(E_BASE_EXCEPTION)
    native = first_native()
    while native != NULL:
        parse_signature(native)
        if native.type >= 0:
            if native.type < T_TYPE_COUNT:
                cls = types_pointer[native.type].cls
            else:
                cls = exception_class(native.type - T_TYPE_COUNT)
            if cls == NULL:
                raise SystemError(f'{native.signature}: its type has no row')
            if native.kind == NATIVE_NEW:
                cls.constructor = native
            else:
                add_native(tables, native, cls)
        native = native.next
    entry = first_module_entry()
    while entry != NULL:
        if entry.native != NULL:
            parse_signature(entry.native)
            if entry.exception != 0:
                exception_class(entry.exception).constructor = entry.native
        entry = entry.next
    for kind in range(1, E_COUNT):
        cls = exception_class(kind)
        if cls.constructor == NULL:
            cls.constructor = (<Class*>tuple_items(<Tuple*>cls.mro.as_.block)[1].as_.block).constructor
    for address, natives in tables.items():
        make_table(<Class*><size_t>address, natives)
    return classes


cdef TypeRow* row = register_type(T_TYPE, b"type")
