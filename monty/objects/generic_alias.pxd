# Types with arguments: list[int].
from libc.stdint cimport int64_t
from monty._heap cimport Block, Class, COUNTED, Value, VisitFunction, VM, Writer
from monty.objects.tuple cimport Tuple

cdef struct GenericAlias:
    Block head
    Value origin                    # a class, or a form
    Value args                      # tuple
    Value parameters                # tuple: the type variables in args
    Value shown                     # unset, or the str that stands for the origin in the text: "typing.List"
    bint is_unpacked                # what iteration gives: *tuple[int]

cdef inline GenericAlias* as_alias(Value v) noexcept nogil:
    return <GenericAlias*>v.as_.block

# New reference to origin[args...]; `key` is what stood in the brackets. `shown` is borrowed, it may be unset.
cdef int generic_alias_new(VM* vm, Value origin, Value shown, Value key, Value* out) noexcept nogil
# What a call of the alias or form calls: its class; NULL if there is none. Borrowed.
cdef Class* alias_class(Value v) noexcept nogil
# The class of an alias, or the form that has none. A new reference.
cdef int alias_origin(VM* vm, Value v, Value* out) noexcept nogil
# The method __mro_entries__ of an alias or a form: what stands for it among the bases of a class. DEFER where only the
# prelude knows the class.
cdef int alias_bases(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil
# The tuple of the type variables in the arguments, a new reference; NULL with the exception set.
cdef Tuple* parameters_of(VM* vm, Tuple* args) noexcept nogil
# What v[key] is for an alias or union whose type variables these are. New reference; ERROR, or DEFER.
cdef int filled_in(VM* vm, Value v, Tuple* variables, Value key, Value* out) noexcept nogil
# What shows a type inside an alias or a union: a class by its name, anything else by its repr. OK, ERROR, DEFER.
cdef int write_type(VM* vm, Value v, Writer* w, int depth, bint of_typing) noexcept nogil
