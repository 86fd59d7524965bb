# What typing.TypeVar and typing.NewType make.
from monty._heap cimport Block, Value

cdef enum:
    T_TYPE_VARIABLE = 103
    T_NEW_TYPE = 104

cdef enum:
    LAZY_BOUND = 1
    LAZY_CONSTRAINTS = 2
    LAZY_DEFAULT = 4

cdef struct TypeVariable:
    Block head
    Value name                      # str
    Value constraints               # tuple
    Value bound                     # None: unbound
    bint covariant
    bint contravariant
    bint inferred
    Value fallback                  # a tuple of its default; None: it has none
    int lazy                        # what of it is still a function that makes it, LAZY_ flags

cdef struct NewType:
    Block head
    Value name                      # str
    Value supertype

# A type variable that is a constant of the module typing; `constraints` is an immortal tuple.
cdef Value variable_immortal(bytes name, Value constraints)
