from monty._heap cimport NativeFunction

# Import time, under the GIL: a function of the module math, where the host is Python 3.`since` or newer, and in any case
# an intrinsic `_math_...` by which its twin in the prelude calls it again.
cdef int register_math(const char* signature, NativeFunction function, const char* fallback, int since) except -1
