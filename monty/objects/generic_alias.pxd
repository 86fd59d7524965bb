# Types with arguments (list[int]), unions of types (int | None), and the forms of the module typing.
from monty._heap cimport Block, Class, Str, Value, VM

cdef enum:
    T_TYPING_FORM = 57              # typing.Any, typing.List, a type variable

cdef struct GenericAlias:
    Block head
    Value origin                    # a class, or a form
    Value args                      # tuple
    Value parameters                # tuple: the type variables in args
    Value shown                     # unset, or the str that stands for the origin in the text: "typing.List"
    bint is_unpacked                # what iteration gives: *tuple[int]

cdef struct Union:
    Block head
    Value args                      # tuple, flat and without repetitions
    bint of_typing                  # made by typing.Union or typing.Optional: its text says so

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

# New reference to origin[args...]; `key` is what stood in the brackets. `shown` is borrowed, it may be unset.
cdef int generic_alias_new(VM* vm, Value origin, Value shown, Value key, Value* out) noexcept nogil
# What a call of the alias or form calls: its class; NULL if there is none. Borrowed.
cdef Class* alias_class(Value v) noexcept nogil
cdef int alias_origin(VM* vm, Value v, Value* out) noexcept nogil
