"""memoryview of bytes and bytearray: items of one byte, formats B, b and c."""

from libc.stdint cimport int8_t, int64_t, uint8_t
from libc.string cimport memcmp, memmove

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_index
from monty.objects.bytes cimport (ByteArray, bytes_copy, bytes_data, bytes_from, bytes_result, Bytes, bytes_view)
from monty.objects.function cimport write_identity
from monty.objects.list cimport List, list_append, list_new
from monty.objects.slice cimport slice_resolve
from monty.objects.str cimport Str, str_char, str_static
from monty.objects.str_builder cimport writer_ascii
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new

cdef enum:
    T_MEMORYVIEW_ITERATOR = 102     # nothing else knows this type
    POLL_EVERY = 4096       # items between two polls of a loop


cdef inline MemoryView* view_of(Value v) noexcept nogil:
    return <MemoryView*>v.as_.block


# The first item, and with it the proof that all items lie inside the source. ERROR: ValueError if the view is released.
cdef int view_open(VM* vm, MemoryView* view, uint8_t** first) noexcept nogil:
    cdef uint8_t* data
    cdef int64_t length, last
    if view.source.tag == T_UNSET:
        return raise_error(vm, E_VALUE_ERROR, "operation forbidden on released memoryview object")
    bytes_view(view.source, &data, &length)
    last = view.offset + (view.length - 1) * view.step
    if view.length > 0 and (view.offset < 0 or view.offset >= length or last < 0 or last >= length):
        return raise_error(vm, E_BUFFER_ERROR, "memoryview: the object has changed its size")
    first[0] = data + view.offset if view.length > 0 else data
    return OK


# A new view of part of the source of another, or of all of a bytes or bytearray. NULL with the limit set.
cdef MemoryView* view_new(VM* vm, Value source, int64_t offset, int64_t length, int64_t step, char format,
                          bint readonly) noexcept nogil:
    cdef MemoryView* view = <MemoryView*>heap_alloc(vm, T_MEMORYVIEW, sizeof(MemoryView), True)
    if view == NULL:
        return NULL
    view.source = value_copy(source)
    view.offset = offset
    view.length = length
    view.step = step
    view.hash = -1
    view.format = format
    view.readonly = readonly
    if type_of(source) == T_BYTEARRAY:
        (<ByteArray*>source.as_.block).exports += 1
    return view


# Let go of the source: a bytearray may change its size again.
cdef void view_close(VM* vm, MemoryView* view) noexcept nogil:
    cdef Value source = view.source
    if source.tag == T_UNSET:
        return
    view.source = value_unset()
    if type_of(source) == T_BYTEARRAY:
        (<ByteArray*>source.as_.block).exports -= 1
    decref(vm, source)


cdef void view_free(VM* vm, Block* block) noexcept nogil:
    view_close(vm, <MemoryView*>block)


cdef void view_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    if (<MemoryView*>block).source.tag & COUNTED:
        visit((<MemoryView*>block).source.as_.block, context)


# memoryview(cls, object)
cdef int view_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef MemoryView* view
    cdef MemoryView* other
    cdef uint8_t* data
    cdef int64_t length
    if type_of(args[1]) == T_MEMORYVIEW:
        other = view_of(args[1])
        if view_open(vm, other, &data) != OK:
            return ERROR
        view = view_new(vm, other.source, other.offset, other.length, other.step, other.format, other.readonly)
    elif bytes_view(args[1], &data, &length):
        view = view_new(vm, args[1], 0, length, 1, c'B', type_of(args[1]) == T_BYTES)
    else:
        return raise_format(vm, E_TYPE_ERROR, "memoryview: a bytes-like object is required, not '%s'",
                            type_name(args[1]), NULL, NULL)
    if view == NULL:
        return ERROR
    out[0] = value_block(&view.head)
    return OK


# --- items -----------------------------------------------------------------------------------------------------------

cdef int item_value(VM* vm, MemoryView* view, uint8_t byte, Value* out) noexcept nogil:
    cdef Bytes* single
    if view.format == c'B':
        out[0] = value_int(byte)
        return OK
    if view.format == c'b':
        out[0] = value_int(<int8_t>byte)
        return OK
    single = bytes_from(vm, &byte, 1)
    if single == NULL:
        return ERROR
    out[0] = value_block(&single.head)
    return OK


# The byte that stands for the value in the view's format.
cdef int item_byte(VM* vm, MemoryView* view, Value item, uint8_t* out) noexcept nogil:
    cdef int type = type_of(item)
    cdef int64_t number
    cdef char[2] format
    format[0] = view.format
    format[1] = 0
    if view.format == c'c':
        if type != T_BYTES:
            return raise_format(vm, E_TYPE_ERROR, "memoryview: invalid type for format '%s'", format, NULL, NULL)
        if (<Bytes*>item.as_.block).length != 1:
            return raise_format(vm, E_VALUE_ERROR, "memoryview: invalid value for format '%s'", format, NULL, NULL)
        out[0] = bytes_data(<Bytes*>item.as_.block)[0]
        return OK
    if type == T_INSTANCE:
        return DEFER
    if type != T_INT and type != T_BOOL and type != T_LONG:
        return raise_format(vm, E_TYPE_ERROR, "memoryview: invalid type for format '%s'", format, NULL, NULL)
    value_index(vm, item, 0, &number)
    if (view.format == c'B' and not 0 <= number <= 255) or (view.format == c'b' and not -128 <= number <= 127):
        return raise_format(vm, E_VALUE_ERROR, "memoryview: invalid value for format '%s'", format, NULL, NULL)
    out[0] = <uint8_t>number
    return OK


# Where a subscript leads to. OK, ERROR, DEFER.
cdef int item_index(VM* vm, MemoryView* view, Value key, int64_t* out) noexcept nogil:
    cdef int type = type_of(key)
    if type == T_INSTANCE:
        return DEFER
    if type != T_INT and type != T_BOOL and type != T_LONG:
        return raise_error(vm, E_TYPE_ERROR, "memoryview: invalid slice key")
    if value_index(vm, key, E_INDEX_ERROR, out) != OK:
        return ERROR
    if out[0] < 0:
        out[0] += view.length
    if out[0] < 0 or out[0] >= view.length:
        return raise_error(vm, E_INDEX_ERROR, "index out of bounds on dimension 1")
    return OK


cdef int view_part(VM* vm, MemoryView* view, Value key, MemoryView** out) noexcept nogil:
    cdef int64_t start, stop, step, length
    cdef int status = slice_resolve(vm, key, view.length, &start, &stop, &step, &length)
    if status != OK:
        return status
    if length < 0:
        length = 0
    # one item or none is next to itself
    out[0] = view_new(vm, view.source, view.offset + (start * view.step if length > 0 else 0), length,
                      view.step * step if length > 1 else 1, view.format, view.readonly)
    return OK if out[0] != NULL else ERROR


cdef int view_get_item(VM* vm, Value v, Value key, Value* out) noexcept nogil:
    cdef MemoryView* view = view_of(v)
    cdef MemoryView* part
    cdef uint8_t* first
    cdef int64_t index
    cdef int status
    if view_open(vm, view, &first) != OK:
        return ERROR
    if type_of(key) == T_SLICE:
        status = view_part(vm, view, key, &part)
        if status == OK:
            out[0] = value_block(&part.head)
    else:
        status = item_index(vm, view, key, &index)
        if status == OK:
            return item_value(vm, view, first[index * view.step], out)
    return defer_to(vm, MEMORYVIEW_GET_ITEM) if status == DEFER else status


cdef int view_set_item(VM* vm, Value v, Value key, Value item) noexcept nogil:
    cdef MemoryView* view = view_of(v)
    cdef uint8_t* first
    cdef uint8_t byte = 0
    cdef int64_t index
    cdef int status
    if view_open(vm, view, &first) != OK:
        return ERROR
    if view.readonly:
        return raise_error(vm, E_TYPE_ERROR, "cannot modify read-only memory")
    if type_of(key) == T_SLICE:
        status = view_assign(vm, view, key, item)
    else:
        status = item_index(vm, view, key, &index)
        if status == OK:
            status = item_byte(vm, view, item, &byte)
        if status == OK:
            first[index * view.step] = byte
    return defer_to(vm, MEMORYVIEW_SET_ITEM) if status == DEFER else status


cdef int view_assign(VM* vm, MemoryView* view, Value key, Value item) noexcept nogil:
    cdef MemoryView* part
    cdef MemoryView* other
    cdef uint8_t* target
    cdef uint8_t* source
    cdef uint8_t* copied
    cdef int64_t length, i
    cdef Value copy
    cdef int status
    cdef char format = c'B'
    if type_of(item) == T_MEMORYVIEW:
        other = view_of(item)
        if view_open(vm, other, &source) != OK:
            return ERROR
        length = other.length
        format = other.format
        # Its own bytes: the two may overlap.
        if view_bytes(vm, other, &copy) != OK:
            return ERROR
    elif bytes_view(item, &source, &length):
        if bytes_copy(vm, T_BYTES, source, length, &copy) != OK:
            return ERROR
    else:
        return raise_format(vm, E_TYPE_ERROR, "a bytes-like object is required, not '%s'", type_name(item), NULL, NULL)
    status = view_part(vm, view, key, &part)
    if status != OK:
        decref(vm, copy)
        return status
    if length != part.length or format != view.format:
        status = raise_error(vm, E_VALUE_ERROR, "memoryview assignment: lvalue and rvalue have different structures")
    else:
        status = view_open(vm, part, &target)
        bytes_view(copy, &copied, &length)
        if status == OK and part.step == 1 and length > 0:
            memmove(target, copied, <size_t>length)
            status = poll(vm, length >> 5)
        elif status == OK:
            for i in range(length):
                target[i * part.step] = copied[i]
                if i & (POLL_EVERY - 1) == POLL_EVERY - 1 and poll(vm, POLL_EVERY) != OK:
                    status = ERROR
                    break
    decref(vm, copy)
    decref(vm, value_block(&part.head))
    return status


cdef int view_delete_item(VM* vm, Value v, Value key) noexcept nogil:
    return raise_error(vm, E_TYPE_ERROR, "cannot delete memory")


cdef int view_length(VM* vm, Value v, int64_t* out) noexcept nogil:
    cdef uint8_t* first
    if view_open(vm, view_of(v), &first) != OK:
        return ERROR
    out[0] = view_of(v).length
    return OK


# --- comparison, hash, text ------------------------------------------------------------------------------------------

cdef int view_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    cdef MemoryView* view = view_of(a)
    cdef MemoryView* other
    cdef uint8_t* left
    cdef uint8_t* right
    cdef int64_t length, i
    cdef int64_t step = 1
    cdef char format = c'B'
    if view.source.tag == T_UNSET or (type_of(b) == T_MEMORYVIEW and view_of(b).source.tag == T_UNSET):
        out[0] = a.as_.block == b.as_.block and type_of(b) == T_MEMORYVIEW
        return OK
    if type_of(b) == T_MEMORYVIEW:
        other = view_of(b)
        if view_open(vm, other, &right) != OK:
            return ERROR
        length = other.length
        step = other.step
        format = other.format
    elif not bytes_view(b, &right, &length):
        return NOT_IMPLEMENTED
    if view_open(vm, view, &left) != OK:
        return ERROR
    out[0] = False
    if length != view.length:
        return OK
    if length > 0 and format != view.format and (format == c'c' or view.format == c'c'):
        return OK
    if step == 1 and view.step == 1 and format == view.format:
        out[0] = memcmp(left, right, <size_t>length) == 0
        return poll(vm, length >> 5)
    for i in range(length):
        if left[i * view.step] != right[i * step] or (format != view.format and right[i * step] > 127):
            return OK
        if i & (POLL_EVERY - 1) == POLL_EVERY - 1 and poll(vm, POLL_EVERY) != OK:
            return ERROR
    out[0] = True
    return OK


cdef int view_hash(VM* vm, Value v, int depth, int64_t* out) noexcept nogil:
    cdef MemoryView* view = view_of(v)
    cdef uint8_t* first
    cdef Value copy
    cdef int status
    if view.hash != -1:
        out[0] = view.hash
        return OK
    if view_open(vm, view, &first) != OK:
        return ERROR
    if not view.readonly:
        return raise_error(vm, E_VALUE_ERROR, "cannot hash writable memoryview object")
    if type_of(view.source) == T_BYTEARRAY:
        return raise_error(vm, E_TYPE_ERROR, "unhashable type: 'bytearray'")
    if view_bytes(vm, view, &copy) != OK:
        return ERROR
    status = types_pointer[T_BYTES].hash(vm, copy, depth, &view.hash)
    decref(vm, copy)
    out[0] = view.hash
    return status


cdef int view_repr(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    if writer_ascii(w, "<released memory" if view_of(v).source.tag == T_UNSET else "<memory", -1) != OK:
        return ERROR
    return write_identity(w, vm, v)


# --- methods ---------------------------------------------------------------------------------------------------------

# The bytes of an open view as a bytes value.
cdef int view_bytes(VM* vm, MemoryView* view, Value* out) noexcept nogil:
    cdef uint8_t* first
    cdef uint8_t* target
    cdef Value made
    cdef int64_t i
    if view_open(vm, view, &first) != OK:
        return ERROR
    if view.step == 1:
        return bytes_copy(vm, T_BYTES, first, view.length, out)
    if bytes_result(vm, T_BYTES, view.length, &target, &made) != OK:
        return ERROR
    for i in range(view.length):
        target[i] = first[i * view.step]
        if i & (POLL_EVERY - 1) == POLL_EVERY - 1 and poll(vm, POLL_EVERY) != OK:
            decref(vm, made)
            return ERROR
    out[0] = made
    return OK


cdef int method_tobytes(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef uint32_t letter = 0
    cdef uint8_t* first
    if view_open(vm, view_of(args[0]), &first) != OK:
        return ERROR
    if args[1].tag != T_UNSET and args[1].tag != T_NONE:
        if type_of(args[1]) != T_STR:
            return raise_format(vm, E_TYPE_ERROR, "tobytes() argument 'order' must be str or None, not %s",
                                type_name(args[1]), NULL, NULL)
        if (<Str*>args[1].as_.block).length == 1:
            letter = str_char(<Str*>args[1].as_.block, 0)
        if letter != c'C' and letter != c'F' and letter != c'A':
            return raise_error(vm, E_VALUE_ERROR, "order must be 'C', 'F' or 'A'")
    return view_bytes(vm, view_of(args[0]), out)

from libc.stdint cimport uint32_t


cdef int method_tolist(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef MemoryView* view = view_of(args[0])
    cdef List* items
    cdef Value item
    cdef uint8_t* first
    cdef int64_t i
    if view_open(vm, view, &first) != OK or heap_reserve(vm, <size_t>view.length * sizeof(Value)) != OK:
        return ERROR
    items = list_new(vm, view.length)
    if items == NULL:
        return ERROR
    for i in range(view.length):
        if (item_value(vm, view, first[i * view.step], &item) != OK or list_append(vm, items, item) != OK
                or poll(vm, 2) != OK):
            decref(vm, value_block(&items.head))
            return ERROR
    out[0] = value_block(&items.head)
    return OK


cdef int method_release(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    view_close(vm, view_of(args[0]))
    out[0] = value_none()
    return OK


cdef int method_enter(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef uint8_t* first
    if view_open(vm, view_of(args[0]), &first) != OK:
        return ERROR
    out[0] = value_copy(args[0])
    return OK


cdef int method_toreadonly(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef MemoryView* view = view_of(args[0])
    cdef MemoryView* made
    cdef uint8_t* first
    if view_open(vm, view, &first) != OK:
        return ERROR
    made = view_new(vm, view.source, view.offset, view.length, view.step, view.format, True)
    if made == NULL:
        return ERROR
    out[0] = value_block(&made.head)
    return OK


# cast(self, format): between the formats of one byte.
cdef int method_cast(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef MemoryView* view = view_of(args[0])
    cdef MemoryView* made
    cdef Str* text
    cdef uint8_t* first
    cdef uint32_t letter = 0
    if view_open(vm, view, &first) != OK:
        return ERROR
    if type_of(args[1]) != T_STR:
        return raise_format(vm, E_TYPE_ERROR, "cast() argument 'format' must be str, not %s", type_name(args[1]), NULL,
                            NULL)
    text = <Str*>args[1].as_.block
    if view.step != 1:
        return raise_error(vm, E_TYPE_ERROR, "memoryview: casts are restricted to C-contiguous views")
    if text.length == 1 or (text.length == 2 and str_char(text, 0) == c'@'):
        letter = str_char(text, text.length - 1)
    if letter != c'B' and letter != c'b' and letter != c'c':
        if letter != 0 and letter < 128 and letter in (c'h', c'H', c'i', c'I', c'l', c'L', c'q', c'Q', c'n', c'N', c'f',
                                                       c'd', c'?', c'P', c'e'):
            return raise_error(vm, E_NOT_IMPLEMENTED_ERROR, "memoryview: only the formats 'B', 'b' and 'c' are supported")
        return raise_error(vm, E_VALUE_ERROR, "memoryview: destination format must be a native single character "
                           "format prefixed with an optional '@'")
    made = view_new(vm, view.source, view.offset, view.length, 1, <char>letter, view.readonly)
    if made == NULL:
        return ERROR
    out[0] = value_block(&made.head)
    return OK


# The prelude does it with the bytes: hex(self, sep, bytes_per_sep).
cdef int method_hex(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return DEFER


# --- attributes ------------------------------------------------------------------------------------------------------

cdef int get_obj(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef uint8_t* first
    if view_open(vm, view_of(args[0]), &first) != OK:
        return ERROR
    out[0] = value_copy(view_of(args[0]).source)
    return OK


cdef int get_nbytes(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t length
    if view_length(vm, args[0], &length) != OK:
        return ERROR
    out[0] = value_int(length)
    return OK


# itemsize, ndim
cdef int get_one(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t length
    if view_length(vm, args[0], &length) != OK:
        return ERROR
    out[0] = value_int(1)
    return OK


cdef int get_readonly(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t length
    if view_length(vm, args[0], &length) != OK:
        return ERROR
    out[0] = value_bool(view_of(args[0]).readonly)
    return OK


cdef int get_contiguous(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t length
    if view_length(vm, args[0], &length) != OK:
        return ERROR
    out[0] = value_bool(view_of(args[0]).step == 1)
    return OK


cdef int get_format(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t length
    cdef char format = view_of(args[0]).format
    if view_length(vm, args[0], &length) != OK:
        return ERROR
    out[0] = value_immortal(&(FORMAT_UNSIGNED if format == c'B' else FORMAT_SIGNED if format == c'b'
                              else FORMAT_CHARACTER).head)
    return OK


cdef int tuple_of(VM* vm, int64_t length, int64_t item, Value* out) noexcept nogil:
    cdef Tuple* t = tuple_new(vm, length)
    if t == NULL:
        return ERROR
    if length > 0:
        tuple_items(t)[0] = value_int(item)
    out[0] = value_block(&t.head)
    return OK


cdef int get_shape(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t length
    if view_length(vm, args[0], &length) != OK:
        return ERROR
    return tuple_of(vm, 1, length, out)


cdef int get_strides(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t length
    if view_length(vm, args[0], &length) != OK:
        return ERROR
    return tuple_of(vm, 1, view_of(args[0]).step, out)


cdef int get_suboffsets(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t length
    if view_length(vm, args[0], &length) != OK:
        return ERROR
    return tuple_of(vm, 0, 0, out)


# --- iteration -------------------------------------------------------------------------------------------------------

cdef int view_iterate(VM* vm, Value v, Value* out) noexcept nogil:
    cdef MemoryViewIterator* iterator
    cdef int64_t length
    if view_length(vm, v, &length) != OK:
        return ERROR
    iterator = <MemoryViewIterator*>heap_alloc(vm, T_MEMORYVIEW_ITERATOR, sizeof(MemoryViewIterator), True)
    if iterator == NULL:
        return ERROR
    iterator.source = value_copy(v)
    iterator.index = 0
    out[0] = value_block(&iterator.head)
    return OK


cdef void iterator_free(VM* vm, Block* block) noexcept nogil:
    decref(vm, (<MemoryViewIterator*>block).source)


cdef void iterator_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    if (<MemoryViewIterator*>block).source.tag & COUNTED:
        visit((<MemoryViewIterator*>block).source.as_.block, context)


cdef int iterator_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef MemoryViewIterator* iterator = <MemoryViewIterator*>v.as_.block
    cdef MemoryView* view
    cdef uint8_t* first
    if iterator.source.tag == T_UNSET:
        return EXHAUSTED
    view = view_of(iterator.source)
    if view_open(vm, view, &first) != OK:
        return ERROR
    if iterator.index >= view.length:
        value_store(vm, &iterator.source, value_unset())
        return EXHAUSTED
    if item_value(vm, view, first[iterator.index * view.step], out) != OK:
        return ERROR
    iterator.index += 1
    return OK


cdef Value* MEMORYVIEW_GET_ITEM = prelude_slot(b"memoryview_get_item")
cdef Value* MEMORYVIEW_SET_ITEM = prelude_slot(b"memoryview_set_item")
cdef Str* FORMAT_UNSIGNED = str_static(b"B")
cdef Str* FORMAT_SIGNED = str_static(b"b")
cdef Str* FORMAT_CHARACTER = str_static(b"c")

cdef TypeRow* row = register_type(T_MEMORYVIEW, b"memoryview")
row.free = view_free
row.traverse = view_traverse
row.length = view_length
row.equal = view_equal
row.hash = view_hash
row.repr = view_repr
row.get_item = view_get_item
row.set_item = view_set_item
row.delete_item = view_delete_item
row.iterate = view_iterate
register_native(T_MEMORYVIEW, NATIVE_NEW, b"memoryview(cls, object)", view_construct, NULL)
register_native(T_MEMORYVIEW, NATIVE_METHOD, b"tobytes(self, /, order='C')", method_tobytes, NULL)
register_native(T_MEMORYVIEW, NATIVE_METHOD, b"tolist(self, /)", method_tolist, NULL)
register_native(T_MEMORYVIEW, NATIVE_METHOD, b"release(self, /)", method_release, NULL)
register_native(T_MEMORYVIEW, NATIVE_METHOD, b"toreadonly(self, /)", method_toreadonly, NULL)
register_native(T_MEMORYVIEW, NATIVE_METHOD, b"cast(self, /, format)", method_cast, NULL)
register_native(T_MEMORYVIEW, NATIVE_METHOD, b"hex(self, /, sep=':', bytes_per_sep=1)", method_hex, b"memoryview_hex")
register_native(T_MEMORYVIEW, NATIVE_METHOD, b"__enter__(self, /)", method_enter, NULL)
register_native(T_MEMORYVIEW, NATIVE_METHOD, b"__exit__(self, /, *args)", method_release, NULL)
register_native(T_MEMORYVIEW, NATIVE_GETTER, b"obj(self)", get_obj, NULL)
register_native(T_MEMORYVIEW, NATIVE_GETTER, b"nbytes(self)", get_nbytes, NULL)
register_native(T_MEMORYVIEW, NATIVE_GETTER, b"itemsize(self)", get_one, NULL)
register_native(T_MEMORYVIEW, NATIVE_GETTER, b"ndim(self)", get_one, NULL)
register_native(T_MEMORYVIEW, NATIVE_GETTER, b"readonly(self)", get_readonly, NULL)
register_native(T_MEMORYVIEW, NATIVE_GETTER, b"contiguous(self)", get_contiguous, NULL)
register_native(T_MEMORYVIEW, NATIVE_GETTER, b"c_contiguous(self)", get_contiguous, NULL)
register_native(T_MEMORYVIEW, NATIVE_GETTER, b"f_contiguous(self)", get_contiguous, NULL)
register_native(T_MEMORYVIEW, NATIVE_GETTER, b"format(self)", get_format, NULL)
register_native(T_MEMORYVIEW, NATIVE_GETTER, b"shape(self)", get_shape, NULL)
register_native(T_MEMORYVIEW, NATIVE_GETTER, b"strides(self)", get_strides, NULL)
register_native(T_MEMORYVIEW, NATIVE_GETTER, b"suboffsets(self)", get_suboffsets, NULL)

row = register_type(T_MEMORYVIEW_ITERATOR, b"memory_iterator")
row.free = iterator_free
row.traverse = iterator_traverse
row.next = iterator_next
row.hash_identity = True
