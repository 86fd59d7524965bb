from libc.stdint cimport int32_t, uint64_t
from monty._heap cimport Class, Value, VM
from monty._machine cimport Code

# A compiled module as the machine's immutable structures. Its constants live in a heap of its own, shared by every VM
# that runs it; the object must outlive them.
cdef class LoadedProgram:
    cdef VM arena
    cdef uint64_t serial                # no two programs of the process have the same
    cdef Code* code
    cdef Value* global_names
    cdef int32_t global_count
    cdef readonly object module         # the compiler's Module
    cdef readonly str script_name
    cdef Value filename
    cdef public str source              # text, for tracebacks
    cdef bint prelude
    cdef bint library                   # a module of the library: its frames are hidden from tracebacks
    cdef dict known                     # library: global name -> address of the immortal block that it stands for
    cdef dict strings                   # text -> address of the one str constant of that text
    cdef list patches                   # prelude: (code address, constant index, name)
    cdef dict codes                     # prelude: name -> address of the top-level function's code

    cdef void* memory(self, size_t size) except NULL
    cdef Value constant(self, object value) except *
    cdef Code* load_code(self, object code) except NULL

# The address of an intrinsic, or of a function of the prelude.
cdef size_t intrinsic_address(str name) except 0
