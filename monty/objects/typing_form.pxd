# The forms of the module typing.
from monty._heap cimport Block, Str, type_of, Value, VM

cdef enum:
    T_TYPING_FORM = 57              # typing.Any, typing.List

cdef enum:
    FORM_PLAIN = 0                  # takes no arguments: Any
    FORM_ALIAS = 1                  # List, Callable
    FORM_QUALIFIER = 2              # takes one argument: Final
    FORM_LITERAL = 3
    FORM_ANNOTATED = 4
    FORM_UNION = 5
    FORM_OPTIONAL = 6
    FORM_BARE = 7                   # stands for a class, takes no arguments: Hashable

cdef struct TypingForm:
    Block head
    Value name                      # str: the text that shows it
    int kind
    int origin                      # T_ of the class it stands for; -1: none

cdef inline TypingForm* as_form(Value v) noexcept nogil:
    return <TypingForm*>v.as_.block

cdef inline bint is_form(Value v, int kind) noexcept nogil:
    return type_of(v) == T_TYPING_FORM and as_form(v).kind == kind

cdef bint is_callable_form(Value v) noexcept nogil
# Is it typing.Unpack?
cdef bint is_unpack_form(Value v) noexcept nogil
# The attributes of a form: its name (without "typing."), its module, the class that it stands for.
cdef int form_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil
