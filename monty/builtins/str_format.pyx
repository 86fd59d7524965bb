"""str.format and str.format_map: templates with replacement fields, natively for native values. Attributes of values
and formatting by Python code are left to the prelude, which reads the template with the same functions (as
intrinsics)."""

from libc.stdint cimport int64_t, uint32_t
from libc.stdio cimport snprintf

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_get_item
from monty.builtins.format cimport format_value, write_converted
from monty.objects.format_spec cimport format_read_integer, writer_part
from monty.objects.str cimport (str_char, str_empty, str_single, str_substring, writer_discard, writer_finish,
                                writer_init)
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new

cdef enum:
    MAX_DEPTH = 2           # a specification may contain fields, theirs may not

# How fields without a name are numbered.
cdef enum:
    UNDECIDED = 0
    AUTOMATIC = 1
    MANUAL = 2

cdef struct Template:
    VM* vm
    Str* text
    Value* positional       # NULL with `has_positional` False: only a mapping
    int64_t count
    bint has_positional
    Value mapping           # unset: no names
    int numbering
    int64_t next_number

# A field: name, conversion and specification as parts of the text.
cdef struct Field:
    int64_t name_start
    int64_t name_stop
    int64_t spec_start
    int64_t spec_stop
    uint32_t conversion     # 0: none
    bint expand             # the specification has fields of its own


# --- reading ---------------------------------------------------------------------------------------------------------

# The literal text from position[0] (before `stop`), then a field if field_follows[0]. OK, or ERROR with ValueError.
cdef int read_markup(VM* vm, Str* text, int64_t* position, int64_t stop, int64_t* literal_stop, bint* field_follows,
                     Field* field) noexcept nogil:
    cdef int64_t i = position[0]
    cdef uint32_t c = 0
    field_follows[0] = False
    while i < stop:
        c = str_char(text, i)
        i += 1
        if c == c'{' or c == c'}':
            field_follows[0] = True
            break
        if i & 4095 == 0 and poll(vm, 2048) != OK:
            return ERROR
    literal_stop[0] = i
    if field_follows[0]:
        if c == c'}' and (i >= stop or str_char(text, i) != c'}'):
            return raise_error(vm, E_VALUE_ERROR, "Single '}' encountered in format string")
        if i >= stop:
            return raise_error(vm, E_VALUE_ERROR, "Single '{' encountered in format string")
        if str_char(text, i) == c:
            i += 1                  # a doubled brace stands for itself
            field_follows[0] = False
        else:
            literal_stop[0] = i - 1
    position[0] = i
    if not field_follows[0]:
        return OK
    return read_field(vm, text, position, stop, field)


cdef int read_field(VM* vm, Str* text, int64_t* position, int64_t stop, Field* field) noexcept nogil:
    cdef int64_t i = position[0]
    cdef uint32_t c = 0
    cdef int64_t depth = 1
    field.name_start = i
    field.conversion = 0
    field.expand = False
    field.spec_start = 0
    field.spec_stop = 0
    while i < stop:
        c = str_char(text, i)
        i += 1
        if i & 1023 == 0 and poll(vm, 512) != OK:
            return ERROR
        if c == c'{':
            return raise_error(vm, E_VALUE_ERROR, "unexpected '{' in field name")
        if c == c'[':
            while i < stop and str_char(text, i) != c']':
                i += 1
                if i & 1023 == 0 and poll(vm, 512) != OK:
                    return ERROR
        elif c == c'}' or c == c':' or c == c'!':
            break
    field.name_stop = i - 1
    position[0] = i
    if c == c'}':
        return OK
    if c != c':' and c != c'!':
        return raise_error(vm, E_VALUE_ERROR, "expected '}' before end of string")
    if c == c'!':
        if i >= stop:
            return raise_error(vm, E_VALUE_ERROR, "end of string while looking for conversion specifier")
        field.conversion = str_char(text, i)
        i += 1
        if i < stop:
            c = str_char(text, i)
            i += 1
            if c == c'}':
                position[0] = i
                return OK
            if c != c':':
                return raise_error(vm, E_VALUE_ERROR, "expected ':' after conversion specifier")
    field.spec_start = i
    while i < stop:
        c = str_char(text, i)
        i += 1
        if i & 1023 == 0 and poll(vm, 512) != OK:
            return ERROR
        if c == c'{':
            field.expand = True
            depth += 1
        elif c == c'}':
            depth -= 1
            if depth == 0:
                field.spec_stop = i - 1
                position[0] = i
                return OK
    return raise_error(vm, E_VALUE_ERROR, "unmatched '{' in format spec")


# The number that text[start:stop] is as a whole, or -1. OK, or ERROR with ValueError.
cdef int whole_number(VM* vm, Str* text, int64_t start, int64_t stop, int64_t* out) noexcept nogil:
    cdef int64_t i = start, number
    cdef int got = format_read_integer(vm, text, &i, stop, &number)
    if got < 0:
        return ERROR
    out[0] = number if got == 1 and i == stop else -1
    return OK


# Where the first part of a field's name ends ('.' or '[' begins the next).
cdef int64_t first_part(Str* text, int64_t start, int64_t stop) noexcept nogil:
    while start < stop and str_char(text, start) != c'.' and str_char(text, start) != c'[':
        start += 1
    return start


# The next part of a field's name at position[0]: an attribute, or an index (a number, or -1 and a text).
cdef int next_part(VM* vm, Str* text, int64_t* position, int64_t stop, bint* attribute, int64_t* number,
                   int64_t* part_start, int64_t* part_stop) noexcept nogil:
    cdef int64_t i = position[0] + 1
    cdef uint32_t c = str_char(text, position[0])
    part_start[0] = i
    number[0] = -1
    if c == c'.':
        attribute[0] = True
        i = first_part(text, i, stop)
        part_stop[0] = i
    elif c == c'[':
        attribute[0] = False
        while i < stop and str_char(text, i) != c']':
            i += 1
        if i >= stop:
            return raise_error(vm, E_VALUE_ERROR, "Missing ']' in format string")
        part_stop[0] = i
        if whole_number(vm, text, part_start[0], i, number) != OK:
            return ERROR
        i += 1
    else:
        return raise_error(vm, E_VALUE_ERROR, "Only '.' or '[' may follow ']' in format field specifier")
    if part_start[0] == part_stop[0]:
        return raise_error(vm, E_VALUE_ERROR, "Empty attribute in format string")
    position[0] = i
    return OK


# --- fields ----------------------------------------------------------------------------------------------------------

# Keep to one way of numbering; the index of a field without a name.
cdef int number_field(VM* vm, int* numbering, int64_t* next_number, bint is_empty, int64_t* index) noexcept nogil:
    if numbering[0] == UNDECIDED:
        numbering[0] = AUTOMATIC if is_empty else MANUAL
    if numbering[0] == MANUAL and is_empty:
        return raise_error(vm, E_VALUE_ERROR,
                           "cannot switch from manual field specification to automatic field numbering")
    if numbering[0] == AUTOMATIC and not is_empty:
        return raise_error(vm, E_VALUE_ERROR,
                           "cannot switch from automatic field numbering to manual field specification")
    if is_empty:
        index[0] = next_number[0]
        next_number[0] += 1
    return OK


# The value that a field's name stands for: a new reference. OK, ERROR, DEFER.
cdef int find_value(Template* work, Str* text, int64_t start, int64_t stop, Value* out) noexcept nogil:
    cdef VM* vm = work.vm
    cdef int64_t first = first_part(text, start, stop), index, part_start, part_stop
    cdef bint attribute
    cdef Value value, key, item
    cdef int status
    if poll(vm, (stop - start) >> 1) != OK or whole_number(vm, text, start, first, &index) != OK:
        return ERROR
    if first == start or index != -1:
        if number_field(vm, &work.numbering, &work.next_number, first == start, &index) != OK:
            return ERROR
        if not work.has_positional:
            return raise_error(vm, E_VALUE_ERROR, "Format string contains positional fields")
        if index >= work.count:
            return raise_format_int(vm, E_INDEX_ERROR,
                                    "Replacement index %lld out of range for positional args tuple", index, 0)
        value = value_copy(work.positional[index])
    else:
        if str_substring(vm, text, start, first, &key) != OK:
            return ERROR
        if work.mapping.tag == T_UNSET:
            return raise_value(vm, E_KEY_ERROR, key)
        status = value_get_item(vm, work.mapping, key, &value)
        decref(vm, key)
        if status != OK:
            return status
    while first < stop:
        status = next_part(vm, text, &first, stop, &attribute, &index, &part_start, &part_stop)
        if status == OK:
            if attribute or type_of(value) == T_INSTANCE:
                status = DEFER
            elif index != -1:
                status = value_get_item(vm, value, value_int(index), &item)
            else:
                status = str_substring(vm, text, part_start, part_stop, &key)
                if status == OK:
                    status = value_get_item(vm, value, key, &item)
                    decref(vm, key)
        decref(vm, value)
        if status != OK:
            return status
        value = item
    out[0] = value
    return OK


cdef int raise_unknown_conversion(VM* vm, uint32_t conversion) noexcept nogil:
    cdef char[24] shown
    if 32 < conversion and conversion < 127:
        shown[0] = <char>conversion
        shown[1] = 0
    else:
        snprintf(shown, sizeof(shown), "\\x%x", <unsigned int>conversion)
    return raise_format(vm, E_VALUE_ERROR, "Unknown conversion specifier %s", shown, NULL, NULL)


# Append a field's text. OK, ERROR, DEFER.
cdef int write_field(Template* work, Str* text, Field* field, Writer* writer, int depth) noexcept nogil:
    cdef VM* vm = work.vm
    cdef Value value, spec, converted
    cdef Writer part
    cdef int status = find_value(work, text, field.name_start, field.name_stop, &value)
    if status != OK:
        return status
    spec = str_empty()
    if field.conversion != 0:
        if field.conversion != c'r' and field.conversion != c's' and field.conversion != c'a':
            decref(vm, value)
            return raise_unknown_conversion(vm, field.conversion)
        writer_init(&part, vm)
        status = write_converted(vm, value, <int>field.conversion, &part)
        decref(vm, value)
        if status != OK:
            writer_discard(&part)
            return status
        if writer_finish(&part, &value) != OK:
            return ERROR
    if field.expand:
        writer_init(&part, vm)
        status = build(work, text, field.spec_start, field.spec_stop, &part, depth - 1)
        if status != OK:
            writer_discard(&part)
        else:
            status = writer_finish(&part, &spec)
    elif field.spec_start < field.spec_stop:
        status = str_substring(vm, text, field.spec_start, field.spec_stop, &spec)
    if status == OK:
        status = format_value(vm, value, <Str*>spec.as_.block, writer)
        decref(vm, spec)
    decref(vm, value)
    return status


# Append the template text[start:stop], filled in. OK, ERROR, DEFER.
cdef int build(Template* work, Str* text, int64_t start, int64_t stop, Writer* writer, int depth) noexcept nogil:
    cdef int64_t position = start, literal_stop
    cdef bint field_follows
    cdef Field field
    cdef int status
    if depth == 0:
        return raise_error(work.vm, E_VALUE_ERROR, "Max string recursion exceeded")
    while position < stop:
        start = position
        if (read_markup(work.vm, text, &position, stop, &literal_stop, &field_follows, &field) != OK
                or writer_part(writer, text, start, literal_stop) != OK or poll(work.vm, 8) != OK):
            return ERROR
        if field_follows:
            status = write_field(work, text, &field, writer, depth)
            if status != OK:
                return status
    return OK


cdef int fill_template(Template* work, Value* out) noexcept nogil:
    cdef Writer writer
    cdef int status
    work.numbering = UNDECIDED
    work.next_number = 0
    writer_init(&writer, work.vm)
    status = build(work, work.text, 0, work.text.length, &writer, MAX_DEPTH)
    if status != OK:
        writer_discard(&writer)
        return status
    return writer_finish(&writer, out)


# --- functions -------------------------------------------------------------------------------------------------------

# format(self, /, *args): keywords go to the prelude, which comes back through _format_text.
cdef int str_format(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Template work
    work.vm = vm
    work.text = <Str*>args[0].as_.block
    work.positional = args + 1
    work.count = count - 1
    work.has_positional = True
    work.mapping = value_unset()
    return fill_template(&work, out)


# format_map(self, mapping, /)
cdef int str_format_map(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Template work
    if type_of(args[1]) == T_INSTANCE:
        return DEFER
    work.vm = vm
    work.text = <Str*>args[0].as_.block
    work.positional = NULL
    work.count = 0
    work.has_positional = False
    work.mapping = args[1]
    return fill_template(&work, out)


# _format_text(text, args, keywords): the whole work, or None where Python code must run.
cdef int intrinsic_format_text(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Template work
    cdef int status
    work.vm = vm
    work.text = <Str*>args[0].as_.block
    work.positional = tuple_items(<Tuple*>args[1].as_.block)
    work.count = (<Tuple*>args[1].as_.block).length
    work.has_positional = True
    work.mapping = args[2]
    status = fill_template(&work, out)
    if status == DEFER:
        out[0] = value_none()
        return OK
    return status


# _format_step(text, position): (literal, name or None, conversion, specification, whether it has fields, next position)
cdef int intrinsic_format_step(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Str* text = <Str*>args[0].as_.block
    cdef int64_t position = args[1].as_.i, literal_stop
    cdef bint field_follows
    cdef Field field
    cdef Tuple* answer
    cdef Value* items
    cdef int status
    if read_markup(vm, text, &position, text.length, &literal_stop, &field_follows, &field) != OK:
        return ERROR
    answer = tuple_new(vm, 6)
    if answer == NULL:
        return ERROR
    items = tuple_items(answer)
    items[1] = value_none()
    items[2] = str_empty()
    items[3] = str_empty()
    items[4] = value_bool(False)
    items[5] = value_int(position)
    status = str_substring(vm, text, args[1].as_.i, literal_stop, &items[0])
    if status == OK and field_follows:
        items[4] = value_bool(field.expand)
        status = str_substring(vm, text, field.name_start, field.name_stop, &items[1])
        if status == OK and field.conversion != 0:
            status = str_single(vm, field.conversion, &items[2])
        if status == OK:
            status = str_substring(vm, text, field.spec_start, field.spec_stop, &items[3])
    if status != OK:
        decref(vm, value_block(&answer.head))
        return ERROR
    out[0] = value_block(&answer.head)
    return OK


# _format_first(name): (first part, its number or -1, where it ends)
cdef int intrinsic_format_first(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Str* text = <Str*>args[0].as_.block
    cdef int64_t first = first_part(text, 0, text.length), index
    cdef Tuple* answer
    if poll(vm, first) != OK or whole_number(vm, text, 0, first, &index) != OK:
        return ERROR
    answer = tuple_new(vm, 3)
    if answer == NULL:
        return ERROR
    tuple_items(answer)[1] = value_int(index)
    tuple_items(answer)[2] = value_int(first)
    if str_substring(vm, text, 0, first, &tuple_items(answer)[0]) != OK:
        decref(vm, value_block(&answer.head))
        return ERROR
    out[0] = value_block(&answer.head)
    return OK


# _format_next(name, position): (is an attribute, the part's text, its number or -1, next position)
cdef int intrinsic_format_next(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Str* text = <Str*>args[0].as_.block
    cdef int64_t position = args[1].as_.i, number, start, stop
    cdef bint attribute
    cdef Tuple* answer
    if next_part(vm, text, &position, text.length, &attribute, &number, &start, &stop) != OK:
        return ERROR
    answer = tuple_new(vm, 4)
    if answer == NULL:
        return ERROR
    tuple_items(answer)[0] = value_bool(attribute)
    tuple_items(answer)[2] = value_int(number)
    tuple_items(answer)[3] = value_int(position)
    if str_substring(vm, text, start, stop, &tuple_items(answer)[1]) != OK:
        decref(vm, value_block(&answer.head))
        return ERROR
    out[0] = value_block(&answer.head)
    return OK


# _format_conversion_error(conversion): raises
cdef int intrinsic_conversion_error(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return raise_unknown_conversion(vm, str_char(<Str*>args[0].as_.block, 0))


register_native(T_STR, NATIVE_METHOD, b"format(self, /, *args)", str_format, b"str_format")
register_native(T_STR, NATIVE_METHOD, b"format_map(self, mapping, /)", str_format_map, b"str_format_map")
register_native(-1, NATIVE_INTRINSIC, b"_format_text(text, args, keywords, /)", intrinsic_format_text, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_format_step(text, position, /)", intrinsic_format_step, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_format_first(name, /)", intrinsic_format_first, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_format_next(name, position, /)", intrinsic_format_next, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_format_conversion_error(conversion, /)", intrinsic_conversion_error, NULL)
