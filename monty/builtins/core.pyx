"""Builtin functions about any object: hash, id, repr, attributes, isinstance, callable, print."""

from libc.stdint cimport int64_t, uint64_t
from libc.stdlib cimport realloc
from libc.string cimport memcpy

from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty._protocol cimport value_hash, value_repr, value_str
from monty.objects.function cimport value_identity
from monty.objects.str cimport str_static, str_utf8_size, str_utf8_write
from monty.objects.str_builder cimport (writer_char, writer_discard, writer_finish, writer_init)
from monty.objects.str_type cimport str_write_escaped
from monty.objects.type cimport (class_is_subclass_of, value_find_attribute, value_get_attribute,
                                 value_find_special, value_is_instance, value_set_attribute)

cdef Str* NAME_DICT = str_static(b"__dict__")
cdef Value* GETATTR_SLOW = prelude_slot(b"getattr_slow")
cdef Value* GETATTR_DEFAULT = prelude_slot(b"getattr_default")
cdef Value* HASATTR_SLOW = prelude_slot(b"hasattr_slow")
cdef Str* NAME_CALL = str_static(b"__call__")


cdef int builtin_hash(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t hash
    cdef int status = value_hash(vm, args[0], NATIVE_DEPTH, &hash)
    if status == OK:
        out[0] = value_int(hash)
    return status


cdef int builtin_id(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_int(<int64_t>value_identity(vm, args[0]))
    return OK


cdef int builtin_repr(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Writer w
    cdef int status
    writer_init(&w, vm)
    status = value_repr(vm, args[0], &w, NATIVE_DEPTH)
    if status != OK:
        writer_discard(&w)
        return status
    return writer_finish(&w, out)


# _str(object): str() of any object, where its type's own twin goes on if need be.
cdef int intrinsic_str(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Writer w
    cdef int status
    writer_init(&w, vm)
    status = value_str(vm, args[0], &w, NATIVE_DEPTH)
    if status != OK:
        writer_discard(&w)
        return status
    return writer_finish(&w, out)


cdef int builtin_ascii(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value text
    cdef int status = builtin_repr(vm, args, count, &text)
    if status != OK:
        return status
    status = ascii_text(vm, &text, 1, out)
    decref(vm, text)
    return status


# What is not ASCII in the text of a repr, escaped.
cdef int ascii_text(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Writer w
    if type_of(args[0]) != T_STR:
        return raise_error(vm, E_TYPE_ERROR, "text must be a str")
    writer_init(&w, vm)
    if str_write_escaped(&w, <Str*>args[0].as_.block) != OK:
        writer_discard(&w)
        return ERROR
    return writer_finish(&w, out)


cdef int builtin_callable(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int tag = type_of(args[0])
    cdef Value found
    out[0] = value_bool(tag == T_FUNCTION or tag == T_NATIVE or tag == T_TYPE or tag == T_BOUND_METHOD
                        or tag == T_HOST_FUNCTION or value_find_special(vm, args[0], NAME_CALL, &found) == OK)
    return OK


cdef int builtin_isinstance(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef bint answer
    cdef int status = value_is_instance(vm, args[0], args[1], NATIVE_DEPTH, &answer)
    if status == OK:
        out[0] = value_bool(answer)
    return status


cdef int builtin_issubclass(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef bint answer
    cdef int status = class_is_subclass_of(vm, args[0], args[1], NATIVE_DEPTH, &answer)
    if status == OK:
        out[0] = value_bool(answer)
    return status


cdef int builtin_getattr(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int status
    if type_of(args[1]) != T_STR:
        return raise_format(vm, E_TYPE_ERROR, "attribute name must be string, not '%s'", type_name(args[1]), NULL, NULL)
    if args[2].tag == T_UNSET:
        status = value_get_attribute(vm, args[0], <Str*>args[1].as_.block, out)
        return defer_to(vm, GETATTR_SLOW) if status == DEFER else status
    status = value_find_attribute(vm, args[0], <Str*>args[1].as_.block, out)
    if status == NOT_IMPLEMENTED or (status == ERROR and error_is(vm, E_ATTRIBUTE_ERROR)):
        clear_error(vm)
        out[0] = value_copy(args[2])
        return OK
    return defer_to(vm, GETATTR_DEFAULT) if status == DEFER else status


cdef int builtin_hasattr(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int status
    cdef Value found
    if type_of(args[1]) != T_STR:
        return raise_format(vm, E_TYPE_ERROR, "attribute name must be string, not '%s'", type_name(args[1]), NULL, NULL)
    status = value_find_attribute(vm, args[0], <Str*>args[1].as_.block, &found)
    if status == OK:
        decref(vm, found)
        out[0] = value_bool(True)
        return OK
    if status == NOT_IMPLEMENTED or (status == ERROR and error_is(vm, E_ATTRIBUTE_ERROR)):
        clear_error(vm)
        out[0] = value_bool(False)
        return OK
    return defer_to(vm, HASATTR_SLOW) if status == DEFER else status


cdef int builtin_setattr(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int status
    if type_of(args[1]) != T_STR:
        return raise_format(vm, E_TYPE_ERROR, "attribute name must be string, not '%s'", type_name(args[1]), NULL, NULL)
    status = value_set_attribute(vm, args[0], args[1], args[2])
    if status == OK:
        out[0] = value_none()
    return status


# vars(obj) of an object whose __dict__ is simply there.
cdef int builtin_vars(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int status = DEFER
    if count == 1:
        status = value_find_attribute(vm, args[0], NAME_DICT, out)
        if status == ERROR and error_is(vm, E_ATTRIBUTE_ERROR):
            clear_error(vm)
            return DEFER
    return DEFER if status == NOT_IMPLEMENTED else status


cdef int builtin_delattr(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int status
    if type_of(args[1]) != T_STR:
        return raise_format(vm, E_TYPE_ERROR, "attribute name must be string, not '%s'", type_name(args[1]), NULL, NULL)
    status = value_set_attribute(vm, args[0], args[1], value_unset())
    if status == OK:
        out[0] = value_none()
    return status


# --- output ----------------------------------------------------------------------------------------------------------

# Add the text to what is to be delivered to the host. It is delivered at the next safepoint once there is much of it,
# before every host call, and at the end.
# Text for stderr stands between bytes that UTF-8 has not: FF 32 (the digit of the stream), the text, FF 31.
cdef int output_write(VM* vm, Str* text, bint error) noexcept nogil:
    cdef size_t text_size = str_utf8_size(text)
    cdef size_t size = text_size + 4 if error else text_size
    cdef size_t capacity
    cdef char* grown
    if vm.max_output >= 0 and vm.output_total + <int64_t>text_size > vm.max_output:
        return raise_limit(vm, LIMIT_OUTPUT)
    if vm.output_length + size > vm.output_capacity:
        capacity = vm.output_capacity * 2 if vm.output_capacity else 512
        while capacity < vm.output_length + size:
            capacity *= 2
        if heap_account(vm, capacity - vm.output_capacity) != OK:
            return ERROR
        grown = <char*>realloc(vm.output, capacity)
        if grown == NULL:
            heap_unaccount(vm, capacity - vm.output_capacity)
            return raise_limit(vm, LIMIT_MEMORY)
        vm.output = grown
        vm.output_capacity = capacity
    if error:
        vm.output[vm.output_length] = <char>0xFF
        vm.output[vm.output_length + 1] = 50
        str_utf8_write(text, vm.output + vm.output_length + 2)
        vm.output[vm.output_length + size - 2] = <char>0xFF
        vm.output[vm.output_length + size - 1] = 49
    else:
        str_utf8_write(text, vm.output + vm.output_length)
    vm.output_length += size
    vm.output_total += text_size
    if vm.output_length > 8192:
        # the next safepoint comes at once, and delivers; what was left of the slice is given back to the account
        vm.fuel_slice -= vm.fuel
        vm.fuel = 0
    return OK


cdef int builtin_print(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Writer w
    cdef Value text
    cdef Py_ssize_t i
    cdef int status = OK
    writer_init(&w, vm)
    for i in range(count):
        if i > 0:
            status = writer_char(&w, 32)
        if status == OK:
            status = value_str(vm, args[i], &w, NATIVE_DEPTH)
        if status != OK:
            writer_discard(&w)
            return status
    if writer_char(&w, 10) != OK:
        writer_discard(&w)
        return ERROR
    if writer_finish(&w, &text) != OK:
        return ERROR
    status = output_write(vm, <Str*>text.as_.block, False)
    decref(vm, text)
    out[0] = value_none()
    return status


cdef int write_output(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if type_of(args[0]) != T_STR:
        return raise_error(vm, E_TYPE_ERROR, "text must be a str")
    out[0] = value_none()
    return output_write(vm, <Str*>args[0].as_.block, False)


cdef int write_error_output(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if type_of(args[0]) != T_STR:
        return raise_error(vm, E_TYPE_ERROR, "text must be a str")
    out[0] = value_none()
    return output_write(vm, <Str*>args[0].as_.block, True)


# --- what a sandbox does not have ------------------------------------------------------------------------------------

cdef int builtin_input(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return raise_error(vm, E_RUNTIME_ERROR, "input() is not available: this sandbox has no standard input")


cdef int builtin_open(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return raise_error(vm, E_PERMISSION_ERROR, "open() is not available: this sandbox has no file system")


cdef int builtin_import(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return raise_error(vm, E_IMPORT_ERROR, "__import__() is not available in this sandbox: use the import statement")


register_native(-1, NATIVE_FUNCTION, b"hash(obj, /)", builtin_hash, b"hash_slow")
register_native(-1, NATIVE_FUNCTION, b"id(obj, /)", builtin_id, NULL)
register_native(-1, NATIVE_FUNCTION, b"repr(obj, /)", builtin_repr, NULL)
register_native(-1, NATIVE_FUNCTION, b"ascii(obj, /)", builtin_ascii, b"ascii_slow")
register_native(-1, NATIVE_INTRINSIC, b"_ascii_text(text, /)", ascii_text, NULL)
register_native(-1, NATIVE_FUNCTION, b"callable(obj, /)", builtin_callable, NULL)
register_native(-1, NATIVE_FUNCTION, b"isinstance(obj, class_or_tuple, /)", builtin_isinstance, NULL)
register_native(-1, NATIVE_FUNCTION, b"issubclass(cls, class_or_tuple, /)", builtin_issubclass, NULL)
register_native(-1, NATIVE_FUNCTION, b"getattr(object, name, default=None, /)", builtin_getattr, NULL)
register_native(-1, NATIVE_FUNCTION, b"hasattr(obj, name, /)", builtin_hasattr, NULL)
register_native(-1, NATIVE_FUNCTION, b"vars(*object)", builtin_vars, b"vars_slow")
register_native(-1, NATIVE_FUNCTION, b"setattr(obj, name, value, /)", builtin_setattr, NULL)
register_native(-1, NATIVE_FUNCTION, b"delattr(obj, name, /)", builtin_delattr, NULL)
register_native(-1, NATIVE_FUNCTION, b"print(*args)", builtin_print, b"print_slow")
register_native(-1, NATIVE_FUNCTION, b"input(*args)", builtin_input, NULL)
register_native(-1, NATIVE_FUNCTION, b"open(*args)", builtin_open, NULL)
register_native(-1, NATIVE_FUNCTION, b"__import__(*args)", builtin_import, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_str(object, /)", intrinsic_str, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_write_output(text, /)", write_output, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_write_error_output(text, /)", write_error_output, NULL)
