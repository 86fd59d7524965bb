"""The module sys: what a program may know of the interpreter, and its standard streams."""

import sys

from libc.stdint cimport INT64_MAX, int32_t, int64_t

from monty._calls cimport frames_set_limit
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty._protocol cimport value_index
from monty.modules.registry cimport register_module_constant, register_module_function
from monty.objects.str cimport str_equal, str_static
from monty.objects.str_builder cimport writer_ascii
from monty.objects.tuple cimport tuple_static_named
from monty.objects.type cimport value_find_special

cdef enum:
    MIN_MAX_DIGITS = 640        # the lowest limit of digits that can be set
    T_STREAM = 58               # an immediate: as_.i is 1 for stdout, 2 for stderr


cdef Value stream_value(int number) noexcept nogil:
    cdef Value v
    v.tag = T_STREAM
    v.aux = 0
    v.as_.i = number
    return v


cdef int stream_repr(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    if v.as_.i == 2:
        return writer_ascii(w, "<_io.TextIOWrapper name='<stderr>' mode='w' encoding='utf-8'>", -1)
    return writer_ascii(w, "<_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>", -1)


# _stream_number(object): 1 for sys.stdout, 2 for sys.stderr, 0 for what is no stream.
cdef int stream_number(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_int(args[0].as_.i if args[0].tag == T_STREAM else 0)
    return OK


cdef int always_defer(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return DEFER


cdef int stream_flush(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_none()
    return OK


cdef int stream_isatty(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool(False)
    return OK


cdef int stream_writable(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool(True)
    return OK


cdef int sys_getrecursionlimit(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_int(machine_of(vm).max_depth)
    return OK


# The new limit holds for the machine; the one that the host gave stays the highest. The check against the present depth
# is CPython's.
cdef int sys_setrecursionlimit(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Machine* m = machine_of(vm)
    cdef int64_t limit
    cdef int status = value_index(vm, args[0], E_OVERFLOW_ERROR, &limit)
    if status != OK:
        return status
    if limit < 1:
        return raise_error(vm, E_VALUE_ERROR, "recursion limit must be greater or equal than 1")
    if m.frame - m.frames + 1 >= limit:
        return raise_format_int(vm, E_RECURSION_ERROR, "cannot set the recursion limit to %lld at the recursion depth "
                                "%lld: the limit is too low", limit, m.frame - m.frames + 1)
    if limit < m.host_depth:
        m.max_depth = <int32_t>limit
    else:
        m.max_depth = m.host_depth
    frames_set_limit(m)
    out[0] = value_none()
    return OK


cdef int sys_exception(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Machine* m = machine_of(vm)
    out[0] = value_none() if m.handled.tag == T_UNSET else value_copy(m.handled)
    return OK


cdef int sys_get_int_max_str_digits(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_int(vm.max_str_digits)
    return OK


cdef int sys_set_int_max_str_digits(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t limit
    cdef int status = value_index(vm, args[0], E_OVERFLOW_ERROR, &limit)
    if status != OK:
        return status
    if limit != 0 and limit < MIN_MAX_DIGITS:
        return raise_error(vm, E_VALUE_ERROR, "maxdigits must be 0 or larger than 640")
    vm.max_str_digits = limit
    out[0] = value_none()
    return OK


cdef int sys_intern(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if type_of(args[0]) != T_STR:
        return raise_format(vm, E_TYPE_ERROR, "intern() argument must be str, not %s", type_name(args[0]), NULL, NULL)
    out[0] = value_copy(args[0])
    return OK


cdef Str* NAME_SIZEOF = str_static(b"__sizeof__")


# The size of the value's own block, as this heap counts it.
cdef int sys_getsizeof(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t size = sizeof(Value)
    cdef Value found
    if args[0].tag & SUBCLASSED and value_find_special(vm, args[0], NAME_SIZEOF, &found) == OK and (
            type_of(found) != T_NATIVE):
        return DEFER
    if args[0].tag & COUNTED:
        if args[0].as_.block.size_class > 0:
            size += 16 * args[0].as_.block.size_class
        else:
            size += <int64_t>((<LargeBlock*>args[0].as_.block) - 1).size
    out[0] = value_int(size)
    return OK


cdef Value static_text(str text):
    return value_immortal(&str_static(text.encode()).head)


cdef Value static_value(object value) except *:
    """An int of 64 bits, a float, a str or a tuple with names, outside any heap."""
    if isinstance(value, int):
        return value_int(value)
    if isinstance(value, float):
        return value_float(value)
    if isinstance(value, str):
        return static_text(value)
    return static_named(value)


# The names of the types: tuple_static_named keeps a pointer to their text.
cdef list kept_names = []


cdef Value static_named(tuple described) except *:
    """A tuple with names, outside any heap: of its type's name and its fields."""
    cdef Value[16] items
    cdef int i
    cdef bytes text = described[0].encode()
    cdef dict fields = described[1]
    assert len(fields) <= 16
    kept_names.append(text)
    values = list(fields.values())
    for i in range(len(values)):
        items[i] = static_value(values[i])
    return tuple_static_named(text, list(fields), items)


def named(kind: object, *names: str) -> tuple[str, dict[str, object]]:
    """Some fields of one of the host's own tuples with names."""
    return f'sys.{type(kind).__name__}', {name: getattr(kind, name) for name in names}


def register() -> None:
    """Everything of sys."""
    release = '.'.join(str(part) for part in sys.version_info[:3])
    register_module_constant(b"sys", b"version", static_text(f'{release} (Monty)'))
    version = named(sys.version_info, 'major', 'minor', 'micro', 'releaselevel', 'serial')
    register_module_constant(b"sys", b"version_info", static_named(version))
    register_module_constant(b"sys", b"float_info", static_named(named(
        sys.float_info, 'max', 'max_exp', 'max_10_exp', 'min', 'min_exp', 'min_10_exp', 'dig', 'mant_dig', 'epsilon', 'radix',
        'rounds')))
    # -O and the other switches are the host's business.
    register_module_constant(b"sys", b"flags", static_named(('sys.flags', {
        name: getattr(sys.flags, name) if name in ('int_max_str_digits', 'utf8_mode') else 0
        for name in ('debug', 'inspect', 'interactive', 'optimize', 'dont_write_bytecode', 'no_user_site', 'no_site',
                     'ignore_environment', 'verbose', 'bytes_warning', 'quiet', 'hash_randomization', 'isolated',
                     'dev_mode', 'utf8_mode', 'int_max_str_digits')})))
    register_module_constant(b"sys", b"int_info", static_named(named(
        sys.int_info, 'bits_per_digit', 'sizeof_digit', 'default_max_str_digits', 'str_digits_check_threshold')))
    register_module_constant(b"sys", b"hash_info", static_named(named(
        sys.hash_info, 'width', 'modulus', 'inf', 'nan', 'imag', 'algorithm', 'hash_bits', 'seed_bits', 'cutoff')))
    register_module_constant(b"sys", b"implementation", static_named(('namespace', {
        'name': 'monty', 'cache_tag': 'monty', 'version': version, 'hexversion': sys.hexversion})))
    register_module_constant(b"sys", b"float_repr_style", static_text('short'))
    register_module_constant(b"sys", b"hexversion", value_int(sys.hexversion))
    register_module_constant(b"sys", b"maxsize", value_int(INT64_MAX))
    register_module_constant(b"sys", b"maxunicode", value_int(0x10FFFF))
    register_module_constant(b"sys", b"byteorder", static_text(sys.byteorder))
    register_module_constant(b"sys", b"platform", static_text('monty'))
    register_module_constant(b"sys", b"stdout", stream_value(1))
    register_module_constant(b"sys", b"stderr", stream_value(2))
    register_module_function(b"sys", b"getrecursionlimit()", sys_getrecursionlimit, NULL)
    register_module_function(b"sys", b"exception()", sys_exception, NULL)
    register_module_function(b"sys", b"exc_info()", always_defer, b"sys_exc_info")
    register_module_function(b"sys", b"setrecursionlimit(limit, /)", sys_setrecursionlimit, NULL)
    register_module_function(b"sys", b"get_int_max_str_digits()", sys_get_int_max_str_digits, NULL)
    register_module_function(b"sys", b"set_int_max_str_digits(maxdigits)", sys_set_int_max_str_digits, NULL)
    register_module_function(b"sys", b"exit(status=None, /)", always_defer, b"sys_exit")
    register_module_function(b"sys", b"getsizeof(object, default=None)", sys_getsizeof, b"sys_getsizeof")
    register_module_function(b"sys", b"intern(string, /)", sys_intern, NULL)
    register_module_function(b"sys", b"getdefaultencoding()", sys_getdefaultencoding, NULL)


cdef Str* UTF_8 = str_static(b"utf-8")

cdef int sys_getdefaultencoding(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_immortal(&UTF_8.head)
    return OK


cdef TypeRow* row = register_type(T_STREAM, b"_io.TextIOWrapper")
row.repr = stream_repr
row.hash_identity = True
register_native(T_STREAM, NATIVE_METHOD, b"write(self, text, /)", always_defer, b"stream_write")
register_native(T_STREAM, NATIVE_METHOD, b"writelines(self, lines, /)", always_defer, b"stream_writelines")
register_native(T_STREAM, NATIVE_METHOD, b"flush(self, /)", stream_flush, NULL)
register_native(T_STREAM, NATIVE_METHOD, b"isatty(self, /)", stream_isatty, NULL)
register_native(T_STREAM, NATIVE_METHOD, b"writable(self, /)", stream_writable, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_exception_being_handled()", sys_exception, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_stream_number(object, /)", stream_number, NULL)
register()
