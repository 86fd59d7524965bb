"""The table of native modules' functions and constants."""

from libc.stdlib cimport calloc

from monty._heap cimport *
from monty.objects.str cimport str_static

cdef ModuleEntry* entries = NULL
cdef ModuleEntry** last_entry = &entries


cdef ModuleEntry* add_entry(const char* module) except NULL:
    global last_entry
    cdef ModuleEntry* entry = <ModuleEntry*>calloc(1, sizeof(ModuleEntry))
    if entry == NULL:
        raise MemoryError
    entry.module = str_static(module)
    last_entry[0] = entry
    last_entry = &entry.next
    return entry


cdef Native* make_native(int kind, const char* signature, NativeFunction function, const char* fallback) except NULL:
    cdef Native* native = <Native*>calloc(1, sizeof(Native))
    if native == NULL:
        raise MemoryError
    native.head.refcount = 1
    native.head.type = T_NATIVE
    native.signature = signature
    native.function = function
    native.type = -1
    native.kind = kind
    native.fallback = prelude_slot(fallback) if fallback != NULL else NULL
    return native


cdef int register_module_function(const char* module, const char* signature, NativeFunction function,
                                  const char* fallback) except -1:
    cdef ModuleEntry* entry = add_entry(module)
    entry.native = make_native(NATIVE_FUNCTION, signature, function, fallback)
    entry.native.module = entry.module
    return 0


cdef int register_module_exception(const char* module, const char* name, int exception, const char* signature,
                                   NativeFunction constructor) except -1:
    cdef ModuleEntry* entry = add_entry(module)
    entry.name = str_static(name)
    entry.exception = exception
    entry.native = make_native(NATIVE_NEW, signature, constructor, NULL)
    return 0


cdef int register_module_constant(const char* module, const char* name, Value value) except -1:
    cdef ModuleEntry* entry = add_entry(module)
    entry.name = str_static(name)
    entry.constant = value
    return 0


cdef ModuleEntry* first_module_entry() noexcept nogil:
    return entries
