"""The table of modules that are written in Python."""

from libc.stdlib cimport calloc

from monty._heap cimport *
from monty.objects.str cimport str_equal, str_static

from monty.modules import library

cdef LibraryModule* first = NULL
cdef list kept = []             # the names: bytes that live as long as the process


cdef int library_add(object name, bint is_package) except -1:
    global first
    cdef LibraryModule* module = <LibraryModule*>calloc(1, sizeof(LibraryModule))
    cdef bytes text = name.encode()
    if module == NULL:
        raise MemoryError
    kept.append(text)
    module.name = str_static(text)
    module.is_package = is_package
    module.is_private = any(part.startswith('_') for part in name.split('.'))
    module.next = first
    first = module
    return 0


cdef LibraryModule* library_find(Str* name) noexcept nogil:
    cdef LibraryModule* module = first
    while module != NULL and not str_equal(module.name, name):
        module = module.next
    return module


for _name, _is_package in library.names():
    library_add(_name, _is_package)
