"""json.dumps. What consists of plain containers and scalars is written natively, with a stack of open containers on the
heap instead of recursion. Where `default` must be called, the prelude gets the text in pieces, with the objects in
question between them, and fills the gaps. What is too unusual for that it writes itself, and asks here for the text of
scalars and keys."""

from libc.math cimport isfinite, isnan
from libc.stdint cimport int64_t, uint8_t, uint32_t, uint64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_truth
from monty.modules.registry cimport register_module_function
from monty.objects.dict cimport Dict, dict_next
from monty.objects.float_text cimport double_repr
from monty.objects.int cimport int_write
from monty.objects.list cimport List, list_append, list_new
from monty.objects.sequence cimport host_minor
from monty.objects.str cimport (str_compare, str_latin1, str_ucs4, writer_ascii, writer_char, writer_discard,
                                writer_fill, writer_finish, writer_init, writer_reserve, writer_str)
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new

cdef enum:
    BLOCK_ENCODING = 0x200      # flag of a container: it is being written further out
    DEPTH_LIMIT = 990           # CPython's recursion limit, less the frames that dumps itself takes
    FIRST_FRAMES = 16
    SPACES_MAX = 1 << 30
    RUN_MAX = 1 << 16           # characters looked at between polls

cdef struct Frame:
    Value container         # borrowed: nothing runs meanwhile that could release it
    int64_t position
    int64_t* order          # a buffer: entry numbers of a dict in the order of its keys; NULL: as they stand
    bint empty              # nothing written yet

cdef struct Encoder:
    VM* vm
    Writer writer
    bint skip_keys
    bint ensure_ascii
    bint check_circular
    bint allow_nan
    bint sort_keys
    bint indented
    Str* indent             # text of one level, or NULL for `spaces` spaces
    int64_t spaces
    Str* item_separator     # NULL: the usual ones
    Str* key_separator
    Frame* frames           # a buffer
    int64_t depth
    int64_t capacity
    int64_t level           # containers around the value, written by the caller
    bint has_default
    List* pieces            # NULL: text only; else where the text goes when an object for `default` comes
    Tuple* chain            # with pieces: the containers and objects around the value


# --- scalars ---------------------------------------------------------------------------------------------------------

cdef inline char hex_of(uint32_t digit) noexcept nogil:
    return <char>(c'0' + digit if digit < 10 else c'a' + digit - 10)


# \uXXXX for one UTF-16 unit.
cdef int write_unit(Writer* w, uint32_t unit) noexcept nogil:
    cdef char[6] text
    text[0] = c'\\'
    text[1] = c'u'
    text[2] = hex_of(unit >> 12)
    text[3] = hex_of((unit >> 8) & 15)
    text[4] = hex_of((unit >> 4) & 15)
    text[5] = hex_of(unit & 15)
    return writer_ascii(w, text, 6)


cdef int write_escape(Writer* w, uint32_t c) noexcept nogil:
    if c == c'"':
        return writer_ascii(w, '\\"', 2)
    if c == c'\\':
        return writer_ascii(w, "\\\\", 2)
    if c == 10:
        return writer_ascii(w, "\\n", 2)
    if c == 13:
        return writer_ascii(w, "\\r", 2)
    if c == 9:
        return writer_ascii(w, "\\t", 2)
    if c == 8:
        return writer_ascii(w, "\\b", 2)
    if c == 12:
        return writer_ascii(w, "\\f", 2)
    if c < 0x10000:
        return write_unit(w, c)
    if write_unit(w, 0xD800 + ((c - 0x10000) >> 10)) != OK:
        return ERROR
    return write_unit(w, 0xDC00 + ((c - 0x10000) & 0x3FF))


cdef inline bint is_plain(uint32_t c, uint32_t highest) noexcept nogil:
    return c >= 32 and c <= highest and c != c'"' and c != c'\\'


cdef int write_string(VM* vm, Writer* w, Str* s, bint ensure_ascii) noexcept nogil:
    cdef uint32_t highest = 126 if ensure_ascii else 0xFFFFFFFF
    cdef int64_t length = s.length
    cdef int64_t start = 0
    cdef int64_t i, end
    cdef uint8_t* narrow = str_latin1(s)
    cdef uint32_t* wide = str_ucs4(s)
    if writer_reserve(w, length + 2) != OK or writer_char(w, c'"') != OK:
        return ERROR
    if s.kind == 1:
        while start < length:
            i = start
            end = i + RUN_MAX if length - i > RUN_MAX else length
            while i < end and is_plain(narrow[i], highest):
                i += 1
            if poll(vm, 2 + ((i - start) >> 3)) != OK:
                return ERROR
            if i > start and writer_ascii(w, <const char*>narrow + start, i - start) != OK:
                return ERROR
            if i < length and not is_plain(narrow[i], highest):
                if write_escape(w, narrow[i]) != OK:
                    return ERROR
                i += 1
            start = i
    else:
        for i in range(length):
            if is_plain(wide[i], highest):
                if writer_char(w, wide[i]) != OK:
                    return ERROR
            elif write_escape(w, wide[i]) != OK:
                return ERROR
            if (i & 1023) == 0 and poll(vm, 4096) != OK:
                return ERROR
    return writer_char(w, c'"')


cdef int write_int(Writer* w, int64_t v) noexcept nogil:
    cdef char[24] digits
    cdef int i = 24
    cdef uint64_t rest = <uint64_t>v if v >= 0 else <uint64_t>0 - <uint64_t>v
    while True:
        i -= 1
        digits[i] = <char>(c'0' + rest % 10)
        rest //= 10
        if rest == 0:
            break
    if v < 0:
        i -= 1
        digits[i] = c'-'
    return writer_ascii(w, &digits[i], 24 - i)


cdef int write_float(VM* vm, Writer* w, double f, bint allow_nan, bint indented) noexcept nogil:
    cdef char[40] text
    if isfinite(f):
        return writer_ascii(w, text, double_repr(f, text))
    if not allow_nan:
        if host_minor() < 12 and not indented:
            return raise_error(vm, E_VALUE_ERROR, "Out of range float values are not JSON compliant")
        return raise_format(vm, E_VALUE_ERROR, "Out of range float values are not JSON compliant: %s",
                            "nan" if isnan(f) else ("inf" if f > 0 else "-inf"), NULL, NULL)
    return writer_ascii(w, "NaN" if isnan(f) else ("Infinity" if f > 0 else "-Infinity"), -1)


# OK, ERROR, or NOT_IMPLEMENTED for what is no scalar.
cdef int write_scalar(VM* vm, Writer* w, Value v, bint ensure_ascii, bint allow_nan, bint indented) noexcept nogil:
    cdef int type = type_of(v)
    if type == T_STR:
        return write_string(vm, w, <Str*>v.as_.block, ensure_ascii)
    if type == T_INT:
        return write_int(w, v.as_.i)
    if type == T_FLOAT:
        return write_float(vm, w, v.as_.f, allow_nan, indented)
    if type == T_NONE:
        return writer_ascii(w, "null", 4)
    if type == T_BOOL:
        return writer_ascii(w, "true", 4) if v.as_.i else writer_ascii(w, "false", 5)
    if type == T_LONG:
        return int_write(w, v, 10, False)
    return NOT_IMPLEMENTED


# The key of an item, quoted. OK, ERROR, or NOT_IMPLEMENTED for what cannot be a key.
cdef int write_key(VM* vm, Writer* w, Value key, bint ensure_ascii, bint allow_nan, bint indented) noexcept nogil:
    cdef int status
    if type_of(key) == T_STR:
        return write_string(vm, w, <Str*>key.as_.block, ensure_ascii)
    if type_of(key) > T_FLOAT and type_of(key) != T_LONG:
        return NOT_IMPLEMENTED
    if writer_char(w, c'"') != OK:
        return ERROR
    status = write_scalar(vm, w, key, ensure_ascii, allow_nan, indented)
    if status == OK:
        status = writer_char(w, c'"')
    return status


# --- containers ------------------------------------------------------------------------------------------------------

cdef int write_separator(Encoder* e, Str* given, const char* usual) noexcept nogil:
    if given != NULL:
        return writer_str(&e.writer, given)
    return writer_ascii(&e.writer, usual, -1)


# A line break and the indentation of the innermost open container.
cdef int write_line(Encoder* e) noexcept nogil:
    cdef int64_t level = e.level + e.depth
    cdef int64_t i
    if writer_char(&e.writer, c'\n') != OK:
        return ERROR
    if e.indent == NULL:
        if e.spaces <= 0:
            return OK
        return writer_fill(&e.writer, c' ', level * e.spaces)
    for i in range(level):
        if poll(e.vm, 4) != OK or writer_str(&e.writer, e.indent) != OK:
            return ERROR
    return OK


# Sort entry numbers by their str keys, merging ever longer runs. OK or ERROR.
cdef int sort_order(VM* vm, Dict* d, int64_t* order, int64_t* work, int64_t count) noexcept nogil:
    cdef int64_t width = 1
    cdef int64_t left, middle, end, i, j, k
    cdef int64_t* source = order
    cdef int64_t* target = work
    cdef bint first
    while width < count:
        left = 0
        while left < count:
            middle = left + width if left + width < count else count
            end = left + 2 * width if left + 2 * width < count else count
            i = left
            j = middle
            for k in range(left, end):
                if (k & 255) == 0 and poll(vm, 2048) != OK:
                    return ERROR
                if i < middle and j < end:
                    first = str_compare(<Str*>d.entries[source[i]].key.as_.block,
                                        <Str*>d.entries[source[j]].key.as_.block) <= 0
                else:
                    first = i < middle
                if first:
                    target[k] = source[i]
                    i += 1
                else:
                    target[k] = source[j]
                    j += 1
            left = end
        source, target = target, source
        width *= 2
    if source != order:
        for i in range(count):
            order[i] = source[i]
    return OK


# The entry numbers of a dict in the order of its keys, as a buffer. OK; DEFER when not all keys are str; ERROR.
cdef int sorted_order(VM* vm, Dict* d, int64_t** out) noexcept nogil:
    cdef int64_t* order
    cdef int64_t i
    cdef int64_t count = 0
    order = <int64_t*>buffer_new(vm, <size_t>d.count * 2 * sizeof(int64_t))
    if order == NULL:
        return ERROR
    for i in range(d.filled):
        if d.entries[i].key.tag == T_UNSET:
            continue
        if type_of(d.entries[i].key) != T_STR and d.count > 1:
            buffer_free(vm, order)
            return DEFER
        order[count] = i
        count += 1
    if sort_order(vm, d, order, order + count, count) != OK:
        buffer_free(vm, order)
        return ERROR
    out[0] = order
    return OK


cdef inline bint is_active(Encoder* e, Value v) noexcept nogil:
    return e.check_circular and v.tag & COUNTED and (v.as_.block.flags & BLOCK_ENCODING) != 0


# Begin a list, tuple or dict that is not empty. OK, ERROR, DEFER.
cdef int open_container(Encoder* e, Value v) noexcept nogil:
    cdef Frame* frames
    cdef Frame* frame
    cdef int status
    if is_active(e, v):
        return raise_error(e.vm, E_VALUE_ERROR, "Circular reference detected")
    if e.level + e.depth >= DEPTH_LIMIT:
        return raise_error(e.vm, E_RECURSION_ERROR, "maximum recursion depth exceeded while encoding a JSON object")
    if e.depth == e.capacity:
        frames = <Frame*>buffer_resize(e.vm, e.frames, <size_t>(e.capacity * 2 + FIRST_FRAMES) * sizeof(Frame))
        if frames == NULL:
            return ERROR
        e.frames = frames
        e.capacity = e.capacity * 2 + FIRST_FRAMES
    frame = &e.frames[e.depth]
    frame.container = v
    frame.position = 0
    frame.order = NULL
    frame.empty = True
    if e.sort_keys and type_of(v) == T_DICT:
        status = sorted_order(e.vm, <Dict*>v.as_.block, &frame.order)
        if status != OK:
            return status
    if v.tag & COUNTED:
        v.as_.block.flags |= BLOCK_ENCODING
    e.depth += 1
    if writer_char(&e.writer, c'{' if type_of(v) == T_DICT else c'[') != OK:
        return ERROR
    return write_line(e) if e.indented else OK


cdef void drop_frame(Encoder* e) noexcept nogil:
    cdef Frame* frame
    e.depth -= 1
    frame = &e.frames[e.depth]
    if frame.container.tag & COUNTED:
        frame.container.as_.block.flags &= 0xFFFF ^ BLOCK_ENCODING
    buffer_free(e.vm, frame.order)


cdef int close_container(Encoder* e) noexcept nogil:
    cdef Frame* frame = &e.frames[e.depth - 1]
    cdef bint is_dict = type_of(frame.container) == T_DICT
    drop_frame(e)
    if e.indented and write_line(e) != OK:
        return ERROR
    return writer_char(&e.writer, c'}' if is_dict else c']')


# Before an item of the innermost container: what stands between items.
cdef int begin_item(Encoder* e) noexcept nogil:
    cdef Frame* frame = &e.frames[e.depth - 1]
    if frame.empty:
        frame.empty = False
        return OK
    if write_separator(e, e.item_separator, "," if e.indented else ", ") != OK:
        return ERROR
    return write_line(e) if e.indented else OK


cdef bint next_entry(Frame* frame, Value* key, Value* item) noexcept nogil:
    cdef Dict* d = <Dict*>frame.container.as_.block
    if frame.order == NULL:
        return dict_next(d, &frame.position, key, item)
    if frame.position >= d.count:
        return False
    key[0] = d.entries[frame.order[frame.position]].key
    item[0] = d.entries[frame.order[frame.position]].value
    frame.position += 1
    return True


cdef inline bint is_key(Value key) noexcept nogil:
    return type_of(key) == T_STR or (type_of(key) <= T_FLOAT and type_of(key) != T_UNSET) or type_of(key) == T_LONG


# The next item of the innermost container, its key already written. OK, EXHAUSTED, ERROR, DEFER.
cdef int next_item(Encoder* e, Value* out) noexcept nogil:
    cdef Frame* frame = &e.frames[e.depth - 1]
    cdef Value v = frame.container
    cdef Value key
    cdef int status
    if type_of(v) == T_DICT:
        while True:
            if not next_entry(frame, &key, out):
                return EXHAUSTED
            if is_key(key):
                break
            if type_of(key) == T_INSTANCE:
                return DEFER
            if not e.skip_keys:
                return raise_format(e.vm, E_TYPE_ERROR, "keys must be str, int, float, bool or None, not %s",
                                    type_name(key), NULL, NULL)
            if poll(e.vm, 4) != OK:
                return ERROR
        status = begin_item(e)
        if status == OK:
            status = write_key(e.vm, &e.writer, key, e.ensure_ascii, e.allow_nan, e.indented)
        if status == OK:
            status = write_separator(e, e.key_separator, ": ")
        return status
    if type_of(v) == T_LIST:
        if frame.position >= (<List*>v.as_.block).length:
            return EXHAUSTED
        out[0] = (<List*>v.as_.block).items[frame.position]
    else:
        if frame.position >= (<Tuple*>v.as_.block).length:
            return EXHAUSTED
        out[0] = tuple_items(<Tuple*>v.as_.block)[frame.position]
    frame.position += 1
    return begin_item(e)


# Append the text so far to the pieces, then begin anew. OK or ERROR.
cdef int cut_text(Encoder* e) noexcept nogil:
    cdef Value text
    cdef int status = writer_finish(&e.writer, &text)
    writer_init(&e.writer, e.vm)
    if status != OK:
        return ERROR
    return list_append(e.vm, e.pieces, text)


# Leave a gap for an object that is the prelude's business: (object, level, everything around it). OK or ERROR.
cdef int leave_gap(Encoder* e, Value v) noexcept nogil:
    cdef Tuple* chain
    cdef Tuple* gap
    cdef int64_t i
    if is_active(e, v):
        return raise_error(e.vm, E_VALUE_ERROR, "Circular reference detected")
    if cut_text(e) != OK or poll(e.vm, e.depth + e.chain.length) != OK:
        return ERROR
    gap = tuple_new(e.vm, 3)
    if gap == NULL:
        return ERROR
    if list_append(e.vm, e.pieces, value_block(&gap.head)) != OK:
        return ERROR
    chain = tuple_new(e.vm, e.chain.length + e.depth)
    if chain == NULL:
        return ERROR
    for i in range(e.chain.length):
        tuple_items(chain)[i] = value_copy(tuple_items(e.chain)[i])
    for i in range(e.depth):
        tuple_items(chain)[e.chain.length + i] = value_copy(e.frames[i].container)
    tuple_items(gap)[0] = value_copy(v)
    tuple_items(gap)[1] = value_int(e.level + e.depth)
    tuple_items(gap)[2] = value_block(&chain.head)
    return OK


# Write a value that is no scalar: begin it, or find that it is empty. OK, ERROR, DEFER.
cdef int write_compound(Encoder* e, Value v) noexcept nogil:
    cdef int type = type_of(v)
    if type == T_DICT:
        if (<Dict*>v.as_.block).count == 0:
            return writer_ascii(&e.writer, "{}", 2)
        return open_container(e, v)
    if type == T_LIST:
        if (<List*>v.as_.block).length == 0:
            return writer_ascii(&e.writer, "[]", 2)
        return open_container(e, v)
    if type == T_TUPLE:
        if (<Tuple*>v.as_.block).length == 0:
            return writer_ascii(&e.writer, "[]", 2)
        return open_container(e, v)
    if e.pieces != NULL:
        return leave_gap(e, v)
    if e.has_default or type == T_INSTANCE:
        return DEFER
    return raise_format(e.vm, E_TYPE_ERROR, "Object of type %s is not JSON serializable", type_name(v), NULL, NULL)


# OK, ERROR, DEFER.
cdef int write_value(Encoder* e, Value v) noexcept nogil:
    cdef int status
    while True:
        if poll(e.vm, 8) != OK:
            return ERROR
        status = write_scalar(e.vm, &e.writer, v, e.ensure_ascii, e.allow_nan, e.indented)
        if status == NOT_IMPLEMENTED:
            status = write_compound(e, v)
        if status != OK:
            return status
        while True:
            if e.depth == 0:
                return OK
            status = next_item(e, &v)
            if status == OK:
                break
            if status != EXHAUSTED:
                return status
            if close_container(e) != OK:
                return ERROR


# --- functions -------------------------------------------------------------------------------------------------------

# An option that is given as a bool, None or int. OK, or DEFER for other things.
cdef int read_option(VM* vm, Value v, bint usual, bint* out) noexcept nogil:
    out[0] = usual
    if v.tag == T_UNSET:
        return OK
    if v.tag == T_BOOL or v.tag == T_NONE or v.tag == T_INT:
        return value_truth(vm, v, out)
    return DEFER


cdef int read_layout(Encoder* e, Value indent, Value separators) noexcept nogil:
    cdef Value* pair
    e.indented = indent.tag != T_UNSET and indent.tag != T_NONE
    if e.indented:
        if type_of(indent) == T_STR:
            e.indent = <Str*>indent.as_.block
        elif (indent.tag == T_INT or indent.tag == T_BOOL) and indent.as_.i <= SPACES_MAX:
            e.spaces = indent.as_.i
        else:
            return DEFER
    if separators.tag != T_UNSET and separators.tag != T_NONE:
        if type_of(separators) == T_TUPLE and (<Tuple*>separators.as_.block).length == 2:
            pair = tuple_items(<Tuple*>separators.as_.block)
        elif type_of(separators) == T_LIST and (<List*>separators.as_.block).length == 2:
            pair = (<List*>separators.as_.block).items
        else:
            return DEFER
        if type_of(pair[0]) != T_STR or type_of(pair[1]) != T_STR:
            return DEFER
        e.item_separator = <Str*>pair[0].as_.block
        e.key_separator = <Str*>pair[1].as_.block
    return OK


cdef void encoder_init(Encoder* e, VM* vm) noexcept nogil:
    e.vm = vm
    e.indent = NULL
    e.spaces = 0
    e.item_separator = NULL
    e.key_separator = NULL
    e.frames = NULL
    e.depth = 0
    e.capacity = 0
    e.level = 0
    e.has_default = False
    e.pieces = NULL
    e.chain = NULL
    writer_init(&e.writer, vm)


cdef void encoder_close(Encoder* e) noexcept nogil:
    while e.depth > 0:
        drop_frame(e)
    buffer_free(e.vm, e.frames)
    writer_discard(&e.writer)


# dumps(obj, *, skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators, default, sort_keys)
cdef int json_dumps(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Encoder e
    cdef int status
    if args[5].tag != T_UNSET and args[5].tag != T_NONE:
        return DEFER
    encoder_init(&e, vm)
    if (read_option(vm, args[1], False, &e.skip_keys) != OK or read_option(vm, args[2], True, &e.ensure_ascii) != OK
            or read_option(vm, args[3], True, &e.check_circular) != OK
            or read_option(vm, args[4], True, &e.allow_nan) != OK
            or read_option(vm, args[9], False, &e.sort_keys) != OK or read_layout(&e, args[6], args[7]) != OK):
        return DEFER
    e.has_default = args[8].tag != T_UNSET and args[8].tag != T_NONE
    status = write_value(&e, args[0])
    if status == OK:
        status = writer_finish(&e.writer, out)
    encoder_close(&e)
    return status


# The options of the prelude's json_dumps: (skipkeys, ensure_ascii, check_circular, allow_nan, indent, item_separator,
# key_separator, default, sort_keys). OK, or DEFER for unusual ones.
cdef int read_options(Encoder* e, Value options) noexcept nogil:
    cdef Value* items
    cdef Value layout
    if type_of(options) != T_TUPLE or (<Tuple*>options.as_.block).length != 9:
        return DEFER
    items = tuple_items(<Tuple*>options.as_.block)
    if (read_option(e.vm, items[0], False, &e.skip_keys) != OK
            or read_option(e.vm, items[1], True, &e.ensure_ascii) != OK
            or read_option(e.vm, items[2], True, &e.check_circular) != OK
            or read_option(e.vm, items[3], True, &e.allow_nan) != OK
            or read_option(e.vm, items[8], False, &e.sort_keys) != OK
            or read_layout(e, items[4], value_unset()) != OK
            or type_of(items[5]) != T_STR or type_of(items[6]) != T_STR):
        return DEFER
    e.item_separator = <Str*>items[5].as_.block
    e.key_separator = <Str*>items[6].as_.block
    return OK


# Mark everything around the value as being written, or take the marks away again.
cdef void mark_chain(Encoder* e, bint active) noexcept nogil:
    cdef int64_t i
    cdef Value v
    for i in range(e.chain.length):
        v = tuple_items(e.chain)[i]
        if v.tag & COUNTED:
            if active:
                v.as_.block.flags |= BLOCK_ENCODING
            else:
                v.as_.block.flags &= 0xFFFF ^ BLOCK_ENCODING


# _json_pieces(value, level, chain, options): the text as a list of strs and of gaps, (object, level, chain), which are
# the caller's to fill. None: the caller must write it all by itself.
cdef int json_pieces(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Encoder e
    cdef int status
    if args[1].tag != T_INT or args[1].as_.i < 0 or type_of(args[2]) != T_TUPLE:
        return raise_error(vm, E_SYSTEM_ERROR, "bad argument to internal function")
    encoder_init(&e, vm)
    if read_options(&e, args[3]) != OK:
        out[0] = value_none()
        return OK
    e.level = args[1].as_.i
    e.chain = <Tuple*>args[2].as_.block
    e.pieces = list_new(vm, 0)
    if e.pieces == NULL:
        return ERROR
    mark_chain(&e, True)
    status = write_value(&e, args[0])
    if status == OK:
        status = cut_text(&e)
    mark_chain(&e, False)
    encoder_close(&e)
    if status == OK:
        out[0] = value_block(&e.pieces.head)
        return OK
    if status == DEFER or (vm.fatal == LIMIT_NONE and e.pieces.length > 0):
        # An error that stands behind a gap comes only after `default` was called for that.
        clear_error(vm)
        out[0] = value_none()
        status = OK
    decref(vm, value_block(&e.pieces.head))
    return status


# _json_text(value, is_key, ensure_ascii, allow_nan, indented): the text of a scalar or a key; None for other things.
cdef int json_text(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Writer writer
    cdef int i, status
    for i in range(1, 5):
        if args[i].tag != T_BOOL:
            return raise_error(vm, E_SYSTEM_ERROR, "bad argument to internal function")
    writer_init(&writer, vm)
    if args[1].as_.i:
        status = write_key(vm, &writer, args[0], args[2].as_.i != 0, args[3].as_.i != 0, args[4].as_.i != 0)
    else:
        status = write_scalar(vm, &writer, args[0], args[2].as_.i != 0, args[3].as_.i != 0, args[4].as_.i != 0)
    if status == OK:
        return writer_finish(&writer, out)
    writer_discard(&writer)
    if status == NOT_IMPLEMENTED:
        out[0] = value_none()
        return OK
    return status


register_module_function(b"json", b"dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, "
                         b"allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False)",
                         json_dumps, b"json_dumps")
register_native(-1, NATIVE_INTRINSIC, b"_json_pieces(value, level, chain, options, /)", json_pieces, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_json_text(value, is_key, ensure_ascii, allow_nan, indented, /)", json_text,
                NULL)
