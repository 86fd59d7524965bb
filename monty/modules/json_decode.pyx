"""json.loads. The text is read natively, with a stack of open containers on the heap instead of recursion. Hooks are
Python-level code: at what a hook is to see, reading stops, the stack goes into a list of the program's heap, and the
prelude calls the hook and lets reading go on with its result. Malformed text is an exception class of the module's own,
which the prelude raises: the native answers DEFER."""

from libc.stdint cimport int64_t, uint8_t, uint32_t, uint64_t
from libc.stdint cimport int64_t, uint8_t
from libc.string cimport strlen

from monty._generated cimport *
from monty._heap cimport *
from monty.modules.json_scan cimport *
from monty.modules.registry cimport register_module_function
from monty.objects.dict cimport Dict, dict_new, dict_set
from monty.objects.list cimport List, list_append, list_new
from monty.objects.sequence cimport host_minor
from monty.objects.str cimport str_from_latin1
from monty.objects.tuple cimport Tuple, tuple_take

cdef enum:
    DEPTH_LIMIT = 990       # CPython's recursion limit, less the frames that loads itself takes
    FIRST_FRAMES = 16


# --- containers ------------------------------------------------------------------------------------------------------

# A new container on the stack (its reference is taken). OK or ERROR.
cdef int push(Parser* p, Block* container, bint is_object) noexcept nogil:
    cdef Frame* frames
    if container == NULL:
        return ERROR
    if p.depth >= DEPTH_LIMIT:
        decref(p.vm, value_block(container))
        return raise_format(p.vm, E_RECURSION_ERROR,
                            "maximum recursion depth exceeded while decoding a JSON %s from a unicode string",
                            "object" if is_object else "array", NULL, NULL)
    if p.depth == p.capacity:
        frames = <Frame*>buffer_resize(p.vm, p.frames, <size_t>(p.capacity * 2 + FIRST_FRAMES) * sizeof(Frame))
        if frames == NULL:
            decref(p.vm, value_block(container))
            return ERROR
        p.frames = frames
        p.capacity = p.capacity * 2 + FIRST_FRAMES
    p.frames[p.depth].container = value_block(container)
    p.frames[p.depth].key = value_unset() if is_object else value_none()
    p.depth += 1
    return OK


# The key of the next value of the innermost dict, up to the value's first character. OK, ERROR, MALFORMED.
cdef int read_key(Parser* p) noexcept nogil:
    cdef int status
    if p.position >= p.length or character(p, p.position) != c'"':
        return malformed(p, "Expecting property name enclosed in double quotes", p.position)
    p.position += 1
    status = read_string(p, True, &p.frames[p.depth - 1].key)
    if status != OK:
        return status
    if skip_space(p) != OK:
        return ERROR
    if p.position >= p.length or character(p, p.position) != c':':
        return malformed(p, "Expecting ':' delimiter", p.position)
    p.position += 1
    if skip_space(p) != OK:
        return ERROR
    return OK


# (key, value), taking both. OK or ERROR.
cdef int make_pair(VM* vm, Value key, Value value, Value* out) noexcept nogil:
    cdef Value[2] pair
    cdef Tuple* t
    pair[0] = key
    pair[1] = value
    t = tuple_take(vm, pair, 2)
    if t == NULL:
        decref(vm, key)
        decref(vm, value)
        return ERROR
    out[0] = value_block(&t.head)
    return OK


# Put a value (taken) into the innermost container. OK or ERROR.
cdef int store(Parser* p, Value value) noexcept nogil:
    cdef Frame* frame = &p.frames[p.depth - 1]
    cdef Value key = frame.key
    cdef int status
    if key.tag == T_NONE:
        return list_append(p.vm, <List*>frame.container.as_.block, value)
    frame.key = value_unset()
    if type_of(frame.container) == T_LIST:
        if make_pair(p.vm, key, value, &value) != OK:
            return ERROR
        return list_append(p.vm, <List*>frame.container.as_.block, value)
    status = dict_set(p.vm, <Dict*>frame.container.as_.block, key, value)
    decref(p.vm, value)
    decref(p.vm, key)
    return status


# After a value: does its container go on? more[0] is False when it is closed. OK, MALFORMED, ERROR.
cdef int read_separator(Parser* p, bint* more) noexcept nogil:
    cdef bint is_list = p.frames[p.depth - 1].key.tag == T_NONE
    cdef uint32_t closing = c']' if is_list else c'}'
    cdef uint32_t c
    cdef int64_t comma
    if skip_space(p) != OK:
        return ERROR
    c = character(p, p.position) if p.position < p.length else 0
    more[0] = c == c','
    if c == closing:
        p.position += 1
        return OK
    if c != c',':
        return malformed(p, "Expecting ',' delimiter", p.position)
    comma = p.position
    p.position += 1
    if skip_space(p) != OK:
        return ERROR
    if host_minor() >= 13 and p.position < p.length and character(p, p.position) == closing:
        return malformed(p, "Illegal trailing comma before end of array" if is_list
                         else "Illegal trailing comma before end of object", comma)
    return OK if is_list else read_key(p)


# Begin the container whose bracket is at the position. OK; EXHAUSTED if it is empty and so complete; ERROR, MALFORMED.
cdef int open_container(Parser* p, int kind) noexcept nogil:
    cdef bint is_object = kind == OPENS_OBJECT
    cdef Block* container
    p.position += 1
    if skip_space(p) != OK:
        return ERROR
    if is_object and not p.wanted & WANTS_PAIRS:
        container = <Block*>dict_new(p.vm, 0)
    else:
        container = <Block*>list_new(p.vm, 0)
    if push(p, container, is_object) != OK:
        return ERROR
    if p.position < p.length and character(p, p.position) == (c'}' if is_object else c']'):
        p.position += 1
        return EXHAUSTED
    return read_key(p) if is_object else OK


# Take the complete innermost container off the stack. OK, or HOOK.
cdef int close_container(Parser* p, Value* out) noexcept nogil:
    cdef bint is_object
    p.depth -= 1
    is_object = p.frames[p.depth].key.tag != T_NONE
    out[0] = p.frames[p.depth].container
    if is_object and p.wanted & (WANTS_OBJECT | WANTS_PAIRS):
        p.event = OBJECT_PAIRS if p.wanted & WANTS_PAIRS else OPENS_OBJECT
        return HOOK
    return OK


# The scalar from the position to `end`, of a kind that is not complete yet. OK, ERROR, HOOK (with its text).
cdef int finish_scalar(Parser* p, int kind, int64_t end, Value* out) noexcept nogil:
    cdef int status
    if p.wanted & (1 << kind):
        p.event = kind
        status = slice_text(p, p.position, end, out)
        p.position = end
        return HOOK if status == OK else status
    return convert_scalar(p, kind, end, out)


# The value at the position or, if `value` is given (taken), what comes after it. OK (out owned, all containers closed),
# HOOK (out owned: what the hook wants; its result is the value to go on with), ERROR, MALFORMED.
cdef int read_value(Parser* p, Value value, Value* out) noexcept nogil:
    cdef int64_t end
    cdef int kind, status
    cdef bint more
    while True:
        if value.tag == T_UNSET:
            if poll(p.vm, 8) != OK:
                return ERROR
            status = read_scalar(p, &kind, &end, &value)
            if status == OK and kind >= OPENS_OBJECT:
                status = open_container(p, kind)
                if status == OK:
                    value = value_unset()
                    continue
                if status == EXHAUSTED:
                    status = close_container(p, &value)
            elif status == OK and kind != SCALAR_VALUE:
                status = finish_scalar(p, kind, end, &value)
            if status == HOOK:
                out[0] = value
            if status != OK:
                return status
        # The value is complete; so may be the containers around it.
        while True:
            if p.depth == 0:
                out[0] = value
                return OK
            status = store(p, value)
            value = value_unset()
            if status == OK:
                status = read_separator(p, &more)
            if status != OK:
                return status
            if more:
                break
            status = close_container(p, &value)
            if status == HOOK:
                out[0] = value
                return status


# A whole text. OK, ERROR, MALFORMED.
cdef int read_document(Parser* p, Value* out) noexcept nogil:
    cdef Value value
    cdef int status
    if p.length > 0 and character(p, 0) == 0xFEFF:
        return malformed(p, "Unexpected UTF-8 BOM (decode using utf-8-sig)", 0)
    if skip_space(p) != OK:
        return ERROR
    status = read_value(p, value_unset(), &value)
    if status != OK:
        return status
    if skip_space(p) != OK:
        return ERROR
    if p.position != p.length:
        decref(p.vm, value)
        return malformed(p, "Extra data", p.position)
    out[0] = value
    return OK


# --- functions -------------------------------------------------------------------------------------------------------

# loads(s, *, cls, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, strict)
cdef int json_loads(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Parser parser
    cdef int i, status
    if type_of(args[0]) != T_STR:
        return DEFER
    for i in range(1, 7):
        if args[i].tag != T_UNSET and args[i].tag != T_NONE:
            return DEFER
    if args[7].tag != T_UNSET and args[7].tag != T_BOOL:
        return DEFER
    parser_init(&parser, vm, <Str*>args[0].as_.block, args[7].tag == T_UNSET or args[7].as_.i != 0)
    status = read_document(&parser, out)
    parser_close(&parser)
    return DEFER if status == MALFORMED else status


cdef int bad_call(VM* vm) noexcept nogil:
    return raise_error(vm, E_SYSTEM_ERROR, "bad argument to internal function")


# (first, second, third), taking the values.
cdef int give_triple(VM* vm, Value first, Value second, Value third, Value* out) noexcept nogil:
    cdef Value[3] items
    cdef Tuple* t
    items[0] = first
    items[1] = second
    items[2] = third
    t = tuple_take(vm, items, 3)
    if t == NULL:
        decref(vm, first)
        decref(vm, second)
        decref(vm, third)
        return ERROR
    out[0] = value_block(&t.head)
    return OK


# (message, position, None): how the text is malformed.
cdef int give_problem(Parser* p, Value* out) noexcept nogil:
    cdef Str* message = str_from_latin1(p.vm, <const uint8_t*>p.problem, strlen(p.problem))
    if message == NULL:
        return ERROR
    return give_triple(p.vm, value_block(&message.head), value_int(p.where), value_none(), out)


# _json_parse(text, strict): (value,), or (message, position, None) for a malformed text.
cdef int json_parse(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Parser parser
    cdef Value value
    cdef Tuple* t
    cdef int status
    if type_of(args[0]) != T_STR or args[1].tag != T_BOOL:
        return bad_call(vm)
    parser_init(&parser, vm, <Str*>args[0].as_.block, args[1].as_.i != 0)
    status = read_document(&parser, &value)
    parser_close(&parser)
    if status == OK:
        t = tuple_take(vm, &value, 1)
        if t == NULL:
            decref(vm, value)
            return ERROR
        out[0] = value_block(&t.head)
        return OK
    if status == MALFORMED:
        return give_problem(&parser, out)
    return status


# _json_skip(text, position): the position behind white space.
cdef int json_skip(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Parser parser
    if type_of(args[0]) != T_STR or args[1].tag != T_INT or args[1].as_.i < 0:
        return bad_call(vm)
    parser_init(&parser, vm, <Str*>args[0].as_.block, True)
    parser.position = args[1].as_.i
    if skip_space(&parser) != OK:
        return ERROR
    out[0] = value_int(parser.position)
    return poll(vm, parser.position - args[1].as_.i)


# Move the stack of open containers into a list, as containers and keys in turn. OK or ERROR.
cdef int save_frames(Parser* p, List* stack) noexcept nogil:
    cdef int64_t i
    for i in range(p.depth):
        if (list_append(p.vm, stack, value_copy(p.frames[i].container)) != OK
                or list_append(p.vm, stack, value_copy(p.frames[i].key)) != OK):
            return ERROR
    return poll(p.vm, p.depth)


# Take the stack out of the list again. OK or ERROR.
cdef int restore_frames(Parser* p, List* stack) noexcept nogil:
    cdef int64_t i
    cdef Value container, key
    cdef bint is_object
    for i in range(0, stack.length - 1, 2):
        container = stack.items[i]
        key = stack.items[i + 1]
        is_object = type_of(key) == T_STR
        if type_of(container) != (T_DICT if is_object and not p.wanted & WANTS_PAIRS else T_LIST):
            return bad_call(p.vm)
        incref(container)
        if push(p, container.as_.block, is_object) != OK:
            return ERROR
        p.frames[p.depth - 1].key = value_copy(key)
    while stack.length > 0:
        stack.length -= 1
        decref(p.vm, stack.items[stack.length])
    return poll(p.vm, p.depth)


# _json_read(text, strict, wanted, stack, position, resumed, value): read on from the position; if `resumed`, `value` is
# what the hook made. (kind, value, position): kind 0 with the whole value, the number of a hook with what it is to see,
# or None with a message about malformed text.
cdef int json_read(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Parser parser
    cdef Value value = value_unset()
    cdef Str* message
    cdef int status
    if (type_of(args[0]) != T_STR or args[1].tag != T_BOOL or args[2].tag != T_INT or type_of(args[3]) != T_LIST
            or args[4].tag != T_INT or args[4].as_.i < 0 or args[4].as_.i > (<Str*>args[0].as_.block).length
            or args[5].tag != T_BOOL):
        return bad_call(vm)
    parser_init(&parser, vm, <Str*>args[0].as_.block, args[1].as_.i != 0)
    parser.wanted = <int>(args[2].as_.i & WANTS_ALL)
    parser.position = args[4].as_.i
    status = restore_frames(&parser, <List*>args[3].as_.block)
    if status == OK:
        if args[5].as_.i:
            value = value_copy(args[6])
        status = read_value(&parser, value, &value)
    if status == HOOK and save_frames(&parser, <List*>args[3].as_.block) != OK:
        decref(vm, value)
        status = ERROR
    if status == MALFORMED:
        message = str_from_latin1(vm, <const uint8_t*>parser.problem, strlen(parser.problem))
        status = ERROR
        if message != NULL:
            status = give_triple(vm, value_none(), value_block(&message.head), value_int(parser.where), out)
    elif status == OK or status == HOOK:
        status = give_triple(vm, value_int(parser.event if status == HOOK else 0), value, value_int(parser.position),
                             out)
    parser_close(&parser)
    return status


register_module_function(b"json", b"loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, "
                         b"parse_constant=None, object_pairs_hook=None, strict=True)", json_loads, b"json_loads")
register_native(-1, NATIVE_INTRINSIC, b"_json_parse(text, strict, /)", json_parse, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_json_skip(text, position, /)", json_skip, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_json_read(text, strict, wanted, stack, position, resumed, value, /)",
                json_read, NULL)
