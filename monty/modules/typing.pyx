"""The native part of the module typing: the forms that annotations are made of. The rest is library/typing.py."""

from libc.stdlib cimport calloc

from monty._generated cimport *
from monty._heap cimport *
from monty.modules.registry cimport register_module_constant, register_module_function
from monty.objects.generic_alias cimport GenericAlias, alias_class, alias_origin
from monty.objects.typing_form cimport (FORM_ALIAS, FORM_ANNOTATED, FORM_BARE, FORM_LITERAL, FORM_OPTIONAL, FORM_PLAIN,
                                        FORM_QUALIFIER, FORM_UNION, T_TYPING_FORM, TypingForm)
from monty.objects.union_type cimport Union
from monty.objects.str cimport str_static
from monty.objects.type_variable cimport T_NEW_TYPE, T_TYPE_VARIABLE, variable_immortal
from monty.objects.tuple cimport Tuple, tuple_copy, tuple_empty, tuple_items, tuple_new
from monty.objects.list cimport list_copy, List


cdef int add_form(str name, int kind, int origin, str shown=None) except -1:
    cdef TypingForm* form = <TypingForm*>calloc(1, sizeof(TypingForm))
    cdef bytes kept = name.encode()
    if form == NULL:
        raise MemoryError
    form.head.refcount = 1
    form.head.type = T_TYPING_FORM
    form.name = value_immortal(&str_static((shown or f'typing.{name}').encode()).head)
    form.kind = kind
    form.origin = origin
    register_module_constant(b"typing", kept, value_immortal(&form.head))
    return 0


cdef int typing_cast(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy(args[1])
    return OK


cdef int typing_get_origin(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_none()
    if type_of(args[0]) == T_GENERIC_ALIAS:
        if (alias_class(args[0]) == NULL and (<TypingForm*>(<GenericAlias*>args[0].as_.block).origin.as_.block).kind
                == FORM_ALIAS):
            return DEFER
        return alias_origin(vm, args[0], out)
    elif type_of(args[0]) == T_UNION:
        if (<Union*>args[0].as_.block).of_typing:
            out[0] = FORM_OF_UNION
        else:
            out[0] = value_immortal(&types_pointer[T_UNION].cls.head)
    return OK


cdef int typing_get_args(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Tuple* flat
    cdef Tuple* made
    cdef List* parameters
    out[0] = tuple_empty()
    if type_of(args[0]) == T_UNION:
        out[0] = value_copy((<Union*>args[0].as_.block).args)
    elif type_of(args[0]) == T_GENERIC_ALIAS:
        flat = <Tuple*>(<GenericAlias*>args[0].as_.block).args.as_.block
        if (flat.length > 0 and (<GenericAlias*>args[0].as_.block).origin.as_.block == CALLABLE.as_.block
                and not (flat.length == 2 and tuple_items(flat)[0].tag == T_ELLIPSIS)):
            # the parameters of a Callable as a list
            made = tuple_new(vm, 2)
            if made == NULL:
                return ERROR
            parameters = list_copy(vm, tuple_items(flat), flat.length - 1)
            if parameters == NULL:
                decref(vm, value_block(&made.head))
                return ERROR
            tuple_items(made)[0] = value_block(&parameters.head)
            tuple_items(made)[1] = value_copy(tuple_items(flat)[flat.length - 1])
            out[0] = value_block(&made.head)
            return OK
        out[0] = value_copy((<GenericAlias*>args[0].as_.block).args)
    return OK


from monty.modules.registry cimport first_module_entry, ModuleEntry

cdef Value FORM_OF_UNION
cdef Value CALLABLE


cdef Value find_form(bytes name):
    cdef ModuleEntry* entry = first_module_entry()
    cdef Str* module = str_static(b"typing")
    cdef Str* wanted = str_static(name)
    while entry.module != module or entry.name != wanted:
        entry = entry.next
    return entry.constant


def register() -> None:
    """Everything of typing."""
    global FORM_OF_UNION, CALLABLE
    for name in ('Any', 'NoReturn', 'Never', 'Self', 'LiteralString', 'TypeAlias'):
        add_form(name, FORM_PLAIN, -1)
    for name in ('Hashable', 'Sized'):
        add_form(name, FORM_BARE, -1)
    for name, origin in (('List', T_LIST), ('Dict', T_DICT), ('Tuple', T_TUPLE), ('Set', T_SET),
                         ('FrozenSet', T_FROZENSET), ('Type', T_TYPE)):
        add_form(name, FORM_ALIAS, origin)
    for name in ('Callable', 'Iterable', 'Iterator', 'Sequence', 'MutableSequence', 'Mapping', 'MutableMapping',
                 'Collection', 'Container', 'Generator', 'Reversible', 'AbstractSet', 'MutableSet', 'Awaitable',
                 'Coroutine', 'AsyncIterator', 'AsyncIterable', 'KeysView', 'ValuesView', 'ItemsView', 'Deque',
                 'DefaultDict', 'OrderedDict', 'Counter', 'AsyncContextManager', 'AsyncGenerator', 'ByteString', 'ChainMap',
                 'ContextManager', 'MappingView', 'Concatenate', 'Pattern', 'Match'):
        add_form(name, FORM_ALIAS, -1)
    for name in ('Final', 'ClassVar', 'Required', 'NotRequired', 'TypeGuard', 'TypeIs', 'ReadOnly', 'Unpack'):
        add_form(name, FORM_QUALIFIER, -1)
    add_form('Literal', FORM_LITERAL, -1)
    add_form('Annotated', FORM_ANNOTATED, -1)
    add_form('Union', FORM_UNION, -1)
    add_form('Optional', FORM_OPTIONAL, -1)
    register_module_constant(b"typing", b"TYPE_CHECKING", value_bool(False))
    register_module_function(b"typing", b"cast(typ, val)", typing_cast, NULL)
    register_module_function(b"typing", b"get_origin(tp)", typing_get_origin, b"typing_get_origin")
    register_module_function(b"typing", b"get_args(tp)", typing_get_args, NULL)
    FORM_OF_UNION = find_form(b"Union")
    CALLABLE = find_form(b"Callable")


def register_classes() -> None:
    """What of typing is or needs a class. To be called when the classes are made."""
    register_module_constant(b"typing", b"TypeVar", value_immortal(&types_pointer[T_TYPE_VARIABLE].cls.head))
    register_module_constant(b"typing", b"NewType", value_immortal(&types_pointer[T_NEW_TYPE].cls.head))
    cdef Tuple* constraints = <Tuple*>calloc(1, sizeof(Tuple) + 2 * sizeof(Value))
    if constraints == NULL:
        raise MemoryError
    constraints.head.refcount = 1
    constraints.head.type = T_TUPLE
    constraints.length = 2
    tuple_items(constraints)[0] = value_immortal(&types_pointer[T_BYTES].cls.head)
    tuple_items(constraints)[1] = value_immortal(&types_pointer[T_STR].cls.head)
    register_module_constant(b"typing", b"AnyStr", variable_immortal(b"AnyStr", value_immortal(&constraints.head)))


register()
