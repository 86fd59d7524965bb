"""BaseExceptionGroup and ExceptionGroup: construction and derive. Splitting is the prelude's: it calls `derive`."""

from libc.stdint cimport int64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport ExceptionObject
from monty._protocol cimport value_length
from monty.objects.exception cimport exception_class, exception_new
from monty.objects.exception_attributes cimport exception_fields
from monty.objects.list cimport List
from monty.objects.tuple cimport Tuple, tuple_copy, tuple_items
from monty.objects.type cimport class_is_subclass

import sys

cdef int HOST_MINOR = sys.version_info[1]


# The members given to a constructor: OK with `count` items, ERROR where it is no sequence of exceptions.
cdef int check_members(VM* vm, Value members, Value** items, int64_t* count) noexcept nogil:
    cdef int64_t i
    cdef int tag = type_of(members)
    items[0] = NULL
    if tag == T_LIST:
        items[0] = (<List*>members.as_.block).items
        count[0] = (<List*>members.as_.block).length
    elif tag == T_TUPLE:
        items[0] = tuple_items(<Tuple*>members.as_.block)
        count[0] = (<Tuple*>members.as_.block).length
    elif tag == T_STR or tag == T_BYTES or tag == T_BYTEARRAY or tag == T_RANGE:
        if value_length(vm, members, count) != OK:
            return ERROR
    else:
        return raise_error(vm, E_TYPE_ERROR, "second argument (exceptions) must be a sequence")
    if count[0] == 0:
        return raise_error(vm, E_VALUE_ERROR, "second argument (exceptions) must be a non-empty sequence")
    for i in range(count[0]):
        if items[0] == NULL or type_of(items[0][i]) != T_EXCEPTION:
            return raise_format_int(vm, E_VALUE_ERROR, "Item %lld of second argument (exceptions) is not an exception",
                                    i, 0)
        if (i & 1023) == 1023 and poll(vm, 1024) != OK:
            return ERROR
    return OK


cdef int group_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Class* cls = <Class*>args[0].as_.block
    cdef Class* plain = exception_class(E_EXCEPTION)
    cdef Value* items
    cdef int64_t length, i
    cdef bint all_plain = True
    cdef Tuple* t
    if count != 3:
        return raise_format_int(vm, E_TYPE_ERROR, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%lld given)",
                                count - 1, 0)
    if type_of(args[1]) != T_STR:
        return raise_format(vm, E_TYPE_ERROR, "BaseExceptionGroup.__new__() argument 1 must be str, not %s",
                            type_name(args[1]), NULL, NULL)
    if check_members(vm, args[2], &items, &length) != OK:
        return ERROR
    for i in range(length):
        if not class_is_subclass((<Object*>items[i].as_.block).cls, plain):
            all_plain = False
            break
    if cls.exception_kind == E_BASE_EXCEPTION_GROUP:
        if all_plain:
            cls = exception_class(E_EXCEPTION_GROUP)
    elif not all_plain and class_is_subclass(cls, plain):
        if cls.exception_kind == E_EXCEPTION_GROUP:
            return raise_error(vm, E_TYPE_ERROR, "Cannot nest BaseExceptions in an ExceptionGroup")
        return raise_format(vm, E_TYPE_ERROR, "Cannot nest BaseExceptions in '%s'", cls.c_name, NULL, NULL)
    t = tuple_copy(vm, args + 1, 2)
    if t == NULL:
        return ERROR
    return exception_new(vm, cls, value_block(&t.head), out)


# OK if a method was given the one argument it takes.
cdef int check_one(VM* vm, const char* name, Py_ssize_t count) noexcept nogil:
    if count == 2:
        return OK
    if HOST_MINOR >= 13:
        return raise_format_mixed(vm, E_TYPE_ERROR, "BaseExceptionGroup.%s() takes exactly one argument (%lld given)",
                                  name, count - 1, 0)
    return raise_format_mixed(vm, E_TYPE_ERROR, "%s expected 1 argument, got %lld", name, count - 1, 0)


cdef int group_derive(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value[3] arguments
    cdef Value* fields
    if count != 2 and HOST_MINOR < 13:
        return raise_format_int(vm, E_TYPE_ERROR, "function takes exactly 1 argument (%lld given)", count - 1, 0)
    if check_one(vm, "derive", count) != OK:
        return ERROR
    fields = exception_fields(vm, <ExceptionObject*>args[0].as_.block)
    if fields == NULL:
        return ERROR
    arguments[0] = value_immortal(&exception_class(E_BASE_EXCEPTION_GROUP).head)
    arguments[1] = fields[0]
    arguments[2] = args[1]
    return group_construct(vm, arguments, 3, out)


cdef int group_split(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if check_one(vm, "split", count) != OK:
        return ERROR
    return DEFER


cdef int group_subgroup(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if check_one(vm, "subgroup", count) != OK:
        return ERROR
    return DEFER


# Methods of a class that has no type of its own are registered under its number behind the types.
register_native(T_TYPE_COUNT + E_BASE_EXCEPTION_GROUP, NATIVE_NEW, b"BaseExceptionGroup(cls, *args)", group_construct,
                b"exception_new")
register_native(T_TYPE_COUNT + E_BASE_EXCEPTION_GROUP, NATIVE_METHOD, b"derive(self, *args)", group_derive, NULL)
register_native(T_TYPE_COUNT + E_BASE_EXCEPTION_GROUP, NATIVE_METHOD, b"split(self, *args)", group_split,
                b"group_split")
register_native(T_TYPE_COUNT + E_BASE_EXCEPTION_GROUP, NATIVE_METHOD, b"subgroup(self, *args)", group_subgroup,
                b"group_subgroup")
