"""What the classes of exceptions know beyond their arguments: fields, constructors' checks, texts made of fields.

An exception keeps its fields in a tuple that no program sees. An unset item is a field that was not given, which most
attributes show as None.
"""

from libc.stdint cimport int64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty._protocol cimport value_repr, value_str
from monty.objects.exception cimport exception_class
from monty.objects.list cimport List
from monty.objects.str cimport *
from monty.objects.tuple cimport Tuple, tuple_copy, tuple_items, tuple_new
from monty.objects.unicode_error cimport unicode_error_check, unicode_error_text

import errno
import sys

from monty.exception_table import EXCEPTIONS

cdef enum:
    ERRNO_COUNT = 256
    OS_ERRNO = 0
    OS_STRERROR = 1
    OS_FILENAME = 2
    OS_FILENAME2 = 3
    OS_WRITTEN = 4
    SYNTAX_MSG = 0
    SYNTAX_FILENAME = 1
    SYNTAX_LINENO = 2

cdef int[E_COUNT] families                          # by E_ constant
cdef int[ERRNO_COUNT] errno_kinds                   # the subclass of OSError that an error number means, or 0
ctypedef Str* StrPointer
cdef StrPointer[FAMILY_COUNT][MAX_FIELDS] field_names
cdef int[FAMILY_COUNT] field_counts
cdef int[FAMILY_COUNT] keyword_first                # fields from here on can be given by keyword


cdef int exception_family(Class* cls) noexcept nogil:
    cdef Tuple* mro
    cdef int64_t i
    cdef int kind = cls.exception_kind
    if kind != 0:
        return families[kind]
    mro = <Tuple*>cls.mro.as_.block
    for i in range(mro.length):
        kind = (<Class*>tuple_items(mro)[i].as_.block).exception_kind
        if kind != 0 and families[kind] != FAMILY_NONE:
            return families[kind]
    return FAMILY_NONE


cdef Class* exception_layout(Class* cls) noexcept nogil:
    cdef Tuple* mro = <Tuple*>cls.mro.as_.block
    cdef Class* found = cls
    cdef Class* each
    cdef int64_t i
    for i in range(mro.length):
        each = <Class*>tuple_items(mro)[i].as_.block
        if each.exception_kind != 0 and families[each.exception_kind] == exception_family(cls):
            found = each
    return found


cdef int kind_of_family(int family) noexcept nogil:
    if family == FAMILY_ENCODE:
        return E_UNICODE_ENCODE_ERROR
    if family == FAMILY_DECODE:
        return E_UNICODE_DECODE_ERROR
    return E_UNICODE_TRANSLATE_ERROR


# --- construction ----------------------------------------------------------------------------------------------------

cdef Class* exception_chosen_class(Class* cls, Value* args, Py_ssize_t count) noexcept nogil:
    if (cls.exception_kind == E_OSERROR and 2 <= count <= 5 and (args[0].tag == T_INT or args[0].tag == T_BOOL)
            and 0 <= args[0].as_.i < ERRNO_COUNT and errno_kinds[args[0].as_.i] != 0):
        return exception_class(errno_kinds[args[0].as_.i])
    return cls


# The details in SyntaxError(message, details): OK with the items, or ERROR.
cdef int syntax_details(VM* vm, Value details, Value** items, int64_t* count) noexcept nogil:
    if type_of(details) == T_TUPLE:
        items[0] = tuple_items(<Tuple*>details.as_.block)
        count[0] = (<Tuple*>details.as_.block).length
    elif type_of(details) == T_LIST:
        items[0] = (<List*>details.as_.block).items
        count[0] = (<List*>details.as_.block).length
    else:
        return raise_format(vm, E_TYPE_ERROR, "'%s' object is not iterable", type_name(details), NULL, NULL)
    if count[0] < 4:
        return raise_format_int(vm, E_TYPE_ERROR, "function takes at least 4 arguments (%lld given)", count[0], 0)
    if count[0] > 6:
        return raise_format_int(vm, E_TYPE_ERROR, "function takes at most 6 arguments (%lld given)", count[0], 0)
    if count[0] == 5:
        return raise_error(vm, E_TYPE_ERROR, "end_offset must be provided when end_lineno is provided")
    return OK


cdef int exception_check_arguments(VM* vm, Class* cls, Value* args, Py_ssize_t count) noexcept nogil:
    cdef int family = exception_family(cls)
    cdef Value* items
    cdef int64_t item_count
    if family == FAMILY_SYNTAX and count == 2:
        return syntax_details(vm, args[1], &items, &item_count)
    if FAMILY_ENCODE <= family <= FAMILY_TRANSLATE:
        return unicode_error_check(vm, kind_of_family(family), args, count)
    return OK


cdef Value* exception_fields(VM* vm, ExceptionObject* e) noexcept nogil:
    cdef Tuple* t
    if e.fields.tag == T_UNSET:
        t = tuple_new(vm, field_counts[exception_family(e.cls)])
        if t == NULL:
            return NULL
        e.fields = value_block(&t.head)
    return tuple_items(<Tuple*>e.fields.as_.block)


cdef int fill_os_error(VM* vm, ExceptionObject* e, Value* fields, Value* args, int64_t count) noexcept nogil:
    cdef Tuple* shorter
    cdef int64_t i
    if not 2 <= count <= 5:
        return OK
    fields[OS_ERRNO] = value_copy(args[0])
    fields[OS_STRERROR] = value_copy(args[1])
    if count == 2 or type_of(args[2]) == T_NONE:
        return OK
    if e.cls.exception_kind == E_BLOCKING_IOERROR and (args[2].tag == T_INT or args[2].tag == T_BOOL):
        fields[OS_WRITTEN] = value_int(args[2].as_.i)
        return OK
    fields[OS_FILENAME] = value_copy(args[2])
    if count == 5:
        fields[OS_FILENAME2] = value_copy(args[4])
    # The names of files are no part of the arguments.
    shorter = tuple_copy(vm, args, 2)
    if shorter == NULL:
        return ERROR
    value_store(vm, &e.args, value_block(&shorter.head))
    return OK


# The five (four) fields of a Unicode error are its arguments, if the constructor would take them.
cdef int fill_unicode_error(VM* vm, int family, Value* fields, Value* args, int64_t count) noexcept nogil:
    cdef int64_t i
    if unicode_error_check(vm, kind_of_family(family), args, count) != OK:
        clear_error(vm)
        return ERROR if vm.fatal != LIMIT_NONE else OK
    for i in range(count):
        fields[i] = value_copy(args[i])
        if fields[i].tag == T_BOOL:
            fields[i].tag = T_INT
    return OK


cdef int exception_fill_fields(VM* vm, ExceptionObject* e) noexcept nogil:
    cdef int family = exception_family(e.cls)
    cdef int64_t count = (<Tuple*>e.args.as_.block).length
    cdef Value* args = tuple_items(<Tuple*>e.args.as_.block)
    cdef Value* items
    cdef Value* fields
    cdef int64_t item_count, i
    if family == FAMILY_NONE or count == 0 or family == FAMILY_ATTRIBUTE or family == FAMILY_NAME:
        return OK
    fields = exception_fields(vm, e)
    if fields == NULL:
        return ERROR
    if family == FAMILY_OS:
        return fill_os_error(vm, e, fields, args, count)
    if family == FAMILY_IMPORT:
        if count == 1:
            fields[0] = value_copy(args[0])
    elif family == FAMILY_STOP:
        fields[0] = value_copy(args[0])
    elif family == FAMILY_EXIT:
        fields[0] = value_copy(args[0]) if count == 1 else value_copy(e.args)
    elif family == FAMILY_SYNTAX:
        fields[0] = value_copy(args[0])
        if count == 2:
            if syntax_details(vm, args[1], &items, &item_count) != OK:
                clear_error(vm)
                return ERROR if vm.fatal != LIMIT_NONE else OK
            for i in range(item_count):
                fields[i + 1] = value_copy(items[i])
    elif FAMILY_ENCODE <= family <= FAMILY_TRANSLATE:
        return fill_unicode_error(vm, family, fields, args, count)
    elif family == FAMILY_GROUP and count == 2:
        fields[0] = value_copy(args[0])
        return fill_members(vm, fields, args[1])
    return OK


cdef int fill_members(VM* vm, Value* fields, Value members) noexcept nogil:
    cdef Tuple* t
    if type_of(members) == T_LIST:
        t = tuple_copy(vm, (<List*>members.as_.block).items, (<List*>members.as_.block).length)
        if t == NULL:
            return ERROR
        fields[1] = value_block(&t.head)
    elif type_of(members) == T_TUPLE:
        fields[1] = value_copy(members)
    return OK


# --- attributes ------------------------------------------------------------------------------------------------------

cdef int find_field(int family, Str* name) noexcept nogil:
    cdef int i
    for i in range(field_counts[family]):
        if str_equal(name, field_names[family][i]):
            return i
    return -1


cdef bint exception_takes_keyword(Class* cls, Str* name) noexcept nogil:
    cdef int family = exception_family(cls)
    return family != FAMILY_NONE and find_field(family, name) >= keyword_first[family]


cdef int exception_get_field(VM* vm, ExceptionObject* e, Str* name, Value* out) noexcept nogil:
    cdef int family = exception_family(e.cls)
    cdef int field
    cdef Value found = value_unset()
    if family == FAMILY_NONE:
        return NOT_IMPLEMENTED
    field = find_field(family, name)
    if field < 0:
        return NOT_IMPLEMENTED
    if e.fields.tag != T_UNSET:
        found = tuple_items(<Tuple*>e.fields.as_.block)[field]
    if found.tag != T_UNSET:
        out[0] = value_copy(found)
    elif family == FAMILY_OS and field == OS_WRITTEN:
        return raise_error(vm, E_ATTRIBUTE_ERROR, "characters_written")
    elif FAMILY_ENCODE <= family <= FAMILY_TRANSLATE:
        return raise_field_not_set(vm, name)
    else:
        out[0] = value_none()
    return OK


cdef int raise_field_not_set(VM* vm, Str* name) noexcept nogil:
    cdef Writer w
    cdef Value message
    writer_init(&w, vm)
    if writer_str(&w, name) != OK or writer_ascii(&w, " attribute not set", -1) != OK:
        writer_discard(&w)
        return ERROR
    if writer_finish(&w, &message) != OK:
        return ERROR
    return raise_value(vm, E_TYPE_ERROR, message)


# Fields that hold a number and nothing else.
cdef bint is_number_field(int family, int field) noexcept nogil:
    if family == FAMILY_ENCODE or family == FAMILY_DECODE:
        return field == 2 or field == 3
    return family == FAMILY_TRANSLATE and (field == 1 or field == 2)


cdef int exception_set_field(VM* vm, ExceptionObject* e, Str* name, Value value) noexcept nogil:
    cdef int family = exception_family(e.cls)
    cdef int field
    cdef Value* fields
    if family == FAMILY_NONE:
        return NOT_IMPLEMENTED
    field = find_field(family, name)
    if field < 0:
        return NOT_IMPLEMENTED
    if family == FAMILY_GROUP:
        return raise_error(vm, E_ATTRIBUTE_ERROR, "readonly attribute")
    if is_number_field(family, field):
        if value.tag == T_UNSET:
            return raise_error(vm, E_TYPE_ERROR, "can't delete numeric/char attribute")
        if value.tag != T_INT and value.tag != T_BOOL:
            return raise_error(vm, E_TYPE_ERROR, "an integer is required")
    elif family == FAMILY_OS and field == OS_WRITTEN:
        if value.tag == T_UNSET:
            if e.fields.tag == T_UNSET or tuple_items(<Tuple*>e.fields.as_.block)[field].tag == T_UNSET:
                return raise_error(vm, E_ATTRIBUTE_ERROR, "characters_written")
        elif value.tag != T_INT and value.tag != T_BOOL:
            return raise_format(vm, E_TYPE_ERROR, "'%s' object cannot be interpreted as an integer", type_name(value),
                                NULL, NULL)
    fields = exception_fields(vm, e)
    if fields == NULL:
        return ERROR
    value_store(vm, &fields[field], value_copy(value))
    return OK


# --- texts -----------------------------------------------------------------------------------------------------------

cdef int write_number(Writer* w, int64_t number) noexcept nogil:
    cdef char[24] text
    snprintf(text, 24, "%lld", <long long>number)
    return writer_ascii(w, text, -1)

from libc.stdio cimport snprintf


# str() of a field; one that is not set reads None.
cdef int write_field(VM* vm, Value field, Writer* w, int depth) noexcept nogil:
    if field.tag == T_UNSET:
        return writer_ascii(w, "None", 4)
    return value_str(vm, field, w, depth)


cdef int os_error_text(VM* vm, Value* fields, Writer* w, int depth) noexcept nogil:
    cdef int status
    if fields[OS_FILENAME].tag == T_UNSET and (fields[OS_ERRNO].tag == T_UNSET or fields[OS_STRERROR].tag == T_UNSET):
        return NOT_IMPLEMENTED
    if writer_ascii(w, "[Errno ", 7) != OK:
        return ERROR
    status = write_field(vm, fields[OS_ERRNO], w, depth)
    if status == OK:
        status = writer_ascii(w, "] ", 2)
    if status == OK:
        status = write_field(vm, fields[OS_STRERROR], w, depth)
    if status != OK or fields[OS_FILENAME].tag == T_UNSET:
        return status
    if writer_ascii(w, ": ", 2) != OK:
        return ERROR
    status = value_repr(vm, fields[OS_FILENAME], w, depth)
    if status != OK or fields[OS_FILENAME2].tag == T_UNSET:
        return status
    if writer_ascii(w, " -> ", 4) != OK:
        return ERROR
    return value_repr(vm, fields[OS_FILENAME2], w, depth)


cdef int syntax_error_text(VM* vm, Value* fields, Writer* w, int depth) noexcept nogil:
    cdef Str* filename = NULL
    cdef Value part
    cdef int64_t start, i
    cdef bint has_line = fields[SYNTAX_LINENO].tag == T_INT
    cdef int status = write_field(vm, fields[SYNTAX_MSG], w, depth)
    if type_of(fields[SYNTAX_FILENAME]) == T_STR:
        filename = <Str*>fields[SYNTAX_FILENAME].as_.block
    if status != OK or (filename == NULL and not has_line):
        return status
    if writer_ascii(w, " (", 2) != OK:
        return ERROR
    if filename != NULL:
        start = 0
        for i in range(filename.length):
            if str_char(filename, i) == c'/':
                start = i + 1
        if poll(vm, filename.length) != OK or str_substring(vm, filename, start, filename.length, &part) != OK:
            return ERROR
        status = writer_str(w, <Str*>part.as_.block)
        decref(vm, part)
        if status != OK or (has_line and writer_ascii(w, ", ", 2) != OK):
            return ERROR
    if has_line and (writer_ascii(w, "line ", 5) != OK or write_number(w, fields[SYNTAX_LINENO].as_.i) != OK):
        return ERROR
    return writer_char(w, c')')


cdef int group_text(VM* vm, Value* fields, Writer* w, int depth) noexcept nogil:
    cdef int64_t count
    cdef int status
    if fields[1].tag == T_UNSET:
        return NOT_IMPLEMENTED
    count = (<Tuple*>fields[1].as_.block).length
    status = write_field(vm, fields[0], w, depth)
    if status != OK:
        return status
    if writer_ascii(w, " (", 2) != OK or write_number(w, count) != OK:
        return ERROR
    return writer_ascii(w, " sub-exceptions)" if count != 1 else " sub-exception)", -1)


cdef int exception_field_text(VM* vm, ExceptionObject* e, Writer* w, int depth) noexcept nogil:
    cdef int family = exception_family(e.cls)
    cdef Value* fields
    if family == FAMILY_NONE:
        return NOT_IMPLEMENTED
    if e.fields.tag == T_UNSET:
        if family == FAMILY_SYNTAX:
            return writer_ascii(w, "None", 4)
        return NOT_IMPLEMENTED
    fields = tuple_items(<Tuple*>e.fields.as_.block)
    if family == FAMILY_OS:
        return os_error_text(vm, fields, w, depth)
    if family == FAMILY_SYNTAX:
        return syntax_error_text(vm, fields, w, depth)
    if family == FAMILY_GROUP:
        return group_text(vm, fields, w, depth)
    if family == FAMILY_IMPORT and type_of(fields[0]) == T_STR:
        return writer_str(w, <Str*>fields[0].as_.block)
    if FAMILY_ENCODE <= family <= FAMILY_TRANSLATE:
        return unicode_error_text(vm, w, kind_of_family(family), fields)
    return NOT_IMPLEMENTED


# --- tables ----------------------------------------------------------------------------------------------------------

# By class: its fields, and how many of them cannot be given by keyword.
cdef dict FIELD_NAMES = {
    'OSError': (FAMILY_OS, ['errno', 'strerror', 'filename', 'filename2', 'characters_written'], 5),
    'ImportError': (FAMILY_IMPORT, ['msg', 'name', 'path'] + ['name_from'] * (sys.version_info >= (3, 12)), 1),
    'AttributeError': (FAMILY_ATTRIBUTE, ['name', 'obj'], 0),
    'NameError': (FAMILY_NAME, ['name'], 0),
    'StopIteration': (FAMILY_STOP, ['value'], 1),
    'SystemExit': (FAMILY_EXIT, ['code'], 1),
    'SyntaxError': (FAMILY_SYNTAX, ['msg', 'filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset',
                                    'print_file_and_line'], 8),
    'UnicodeEncodeError': (FAMILY_ENCODE, ['encoding', 'object', 'start', 'end', 'reason'], 5),
    'UnicodeDecodeError': (FAMILY_DECODE, ['encoding', 'object', 'start', 'end', 'reason'], 5),
    'UnicodeTranslateError': (FAMILY_TRANSLATE, ['object', 'start', 'end', 'reason'], 4),
    'BaseExceptionGroup': (FAMILY_GROUP, ['message', 'exceptions'], 2),
}

# By class: the error numbers that mean it.
cdef dict ERROR_NUMBERS = {
    'BlockingIOError': ['EAGAIN', 'EALREADY', 'EINPROGRESS', 'EWOULDBLOCK'],
    'BrokenPipeError': ['EPIPE', 'ESHUTDOWN'],
    'ChildProcessError': ['ECHILD'],
    'ConnectionAbortedError': ['ECONNABORTED'],
    'ConnectionRefusedError': ['ECONNREFUSED'],
    'ConnectionResetError': ['ECONNRESET'],
    'FileExistsError': ['EEXIST'],
    'FileNotFoundError': ['ENOENT'],
    'InterruptedError': ['EINTR'],
    'IsADirectoryError': ['EISDIR'],
    'NotADirectoryError': ['ENOTDIR'],
    'PermissionError': ['EACCES', 'EPERM'],
    'ProcessLookupError': ['ESRCH'],
    'TimeoutError': ['ETIMEDOUT'],
}


cdef int make_tables() except -1:
    cdef int number, position, family
    cdef dict numbers = {}
    for number, (name, base) in enumerate(EXCEPTIONS, 1):
        numbers[name] = number
        families[number] = families[<int>numbers.get(base, 0)]
        if name in FIELD_NAMES:
            family, fields, positional = FIELD_NAMES[name]
            families[number] = family
            field_counts[family] = len(fields)
            keyword_first[family] = positional
            for position in range(len(fields)):
                field_names[family][position] = str_static(fields[position].encode())
        for symbol in ERROR_NUMBERS.get(name, ()):
            position = getattr(errno, symbol, 0)
            if 0 < position < ERRNO_COUNT:
                errno_kinds[position] = number
    return 0


make_tables()
