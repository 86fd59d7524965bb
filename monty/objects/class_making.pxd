# Making classes and their instances.
from monty._heap cimport Class

# The built-in class whose layout a class's instances have: itself, if it is built in.
cdef Class* solid_base(Class* cls) noexcept nogil
