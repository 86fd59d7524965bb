# Making classes and their instances.
from monty._heap cimport Class, VM, Value

# The built-in class whose layout a class's instances have: itself, if it is built in.
cdef Class* solid_base(Class* cls) noexcept nogil
# An instance of cls, which has the layout of a built-in class, with the value of `made`: a value that the built-in
# constructor has just made, and that nobody else holds if it is mutable (what it holds moves). A new reference; ERROR
# with an error set.
cdef int subclass_take(VM* vm, Class* cls, Value made, Value* out) noexcept nogil
