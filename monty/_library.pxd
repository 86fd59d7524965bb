from monty.modules.library_table cimport LibraryModule

# Compile a library module, unless another thread has done it meanwhile. Under the GIL.
cdef int library_load(LibraryModule* module) except -1
