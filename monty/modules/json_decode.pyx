"""json.loads. The text is read natively, with a stack of open containers on the heap instead of recursion. Hooks are
Python-level code: at what a hook is to see, reading stops, the stack goes into a list of the program's heap, and the
prelude calls the hook and lets reading go on with its result. Malformed text is an exception class of the module's own,
which the prelude raises: the native answers DEFER."""

from libc.stdint cimport int64_t, uint8_t, uint32_t, uint64_t
from libc.math cimport INFINITY, NAN
from libc.string cimport memcmp, strlen

from monty._generated cimport *
from monty._heap cimport *
from monty.modules.registry cimport register_module_function
from monty.objects.dict cimport Dict, dict_new, dict_set
from monty.objects.float_text cimport double_parse_decimal
from monty.objects.int cimport int_parse
from monty.objects.list cimport List, list_append, list_new
from monty.objects.sequence cimport host_minor
from monty.objects.str cimport (str_from_latin1, str_from_ucs4, str_latin1, str_substring, str_ucs4, writer_ascii,
                                writer_char, writer_discard, writer_finish, writer_init)
from monty.objects.tuple cimport Tuple, tuple_take

cdef enum:
    KEY_CACHE = 128         # recently seen keys, so that equal keys of many objects are one str
    KEY_LENGTH = 40
    DEPTH_LIMIT = 990       # CPython's recursion limit, less the frames that loads itself takes
    FIRST_FRAMES = 16

# What a reading function answers beside OK and ERROR.
cdef enum:
    MALFORMED = 4           # `problem` and `where` say how
    HOOK = 5                # `event` tells which hook wants the value

ctypedef Str* StrPointer

cdef struct Frame:
    Value container         # owned: a list or a dict (a list of pairs, if a hook wants these)
    Value key               # owned: the key whose value is being read; None in an array

cdef struct Parser:
    VM* vm
    Str* text
    uint8_t* latin1         # NULL when the text is in UCS-4 units
    uint32_t* ucs4
    int64_t length
    int64_t position
    bint strict
    const char* problem
    int64_t where
    int wanted              # WANTS_ bits: what hooks there are
    int event
    Frame* frames           # a buffer
    int64_t depth
    int64_t capacity
    StrPointer[128] keys    # counted

# What begins at a place. The kinds before OPENS_ARRAY are also the numbers of the hooks that want such values.
cdef enum:
    SCALAR_VALUE = 0        # complete
    SCALAR_INT = 1
    SCALAR_FLOAT = 2
    SCALAR_CONSTANT = 3     # NaN, Infinity, -Infinity
    OPENS_OBJECT = 4
    OBJECT_PAIRS = 5        # only as a hook
    OPENS_ARRAY = 6

cdef enum:
    WANTS_OBJECT = 1 << OPENS_OBJECT
    WANTS_PAIRS = 1 << OBJECT_PAIRS
    WANTS_ALL = 0x3E


cdef void parser_init(Parser* p, VM* vm, Str* text, bint strict) noexcept nogil:
    cdef int i
    p.vm = vm
    p.text = text
    p.latin1 = str_latin1(text) if text.kind == 1 else NULL
    p.ucs4 = str_ucs4(text)
    p.length = text.length
    p.position = 0
    p.strict = strict
    p.problem = NULL
    p.where = 0
    p.wanted = 0
    p.event = 0
    p.frames = NULL
    p.depth = 0
    p.capacity = 0
    for i in range(KEY_CACHE):
        p.keys[i] = NULL


cdef void parser_close(Parser* p) noexcept nogil:
    cdef int i
    while p.depth > 0:
        p.depth -= 1
        decref(p.vm, p.frames[p.depth].key)
        decref(p.vm, p.frames[p.depth].container)
    buffer_free(p.vm, p.frames)
    p.frames = NULL
    for i in range(KEY_CACHE):
        if p.keys[i] != NULL:
            decref(p.vm, value_block(&p.keys[i].head))
            p.keys[i] = NULL


cdef inline uint32_t character(Parser* p, int64_t i) noexcept nogil:
    if likely(p.latin1 != NULL):
        return p.latin1[i]
    return p.ucs4[i]


cdef inline int malformed(Parser* p, const char* problem, int64_t where) noexcept nogil:
    p.problem = problem
    p.where = where
    return MALFORMED


cdef inline void skip_space(Parser* p) noexcept nogil:
    cdef uint32_t c
    while p.position < p.length:
        c = character(p, p.position)
        if c != c' ' and c != c'\n' and c != c'\t' and c != c'\r':
            return
        p.position += 1


# --- strings ---------------------------------------------------------------------------------------------------------

# The characters from start to stop as a new str.
cdef int slice_text(Parser* p, int64_t start, int64_t stop, Value* out) noexcept nogil:
    cdef Str* s
    if stop - start <= 1:
        return str_substring(p.vm, p.text, start, stop, out)
    if p.latin1 != NULL:
        s = str_from_latin1(p.vm, p.latin1 + start, stop - start)
    else:
        s = str_from_ucs4(p.vm, p.ucs4 + start, stop - start)
    if s == NULL:
        return ERROR
    out[0] = value_block(&s.head)
    return OK


# As slice_text for a key in Latin-1: a key seen lately is the same block again, its hash known.
cdef int slice_key(Parser* p, int64_t start, int64_t stop, Value* out) noexcept nogil:
    cdef int64_t length = stop - start
    cdef uint8_t* text = p.latin1 + start
    cdef uint64_t h = <uint64_t>length
    cdef int64_t i
    cdef Str** place
    for i in range(length):
        h = (h ^ text[i]) * <uint64_t>1099511628211
    place = &p.keys[(h ^ (h >> 20)) & (KEY_CACHE - 1)]
    if place[0] != NULL and place[0].length == length and memcmp(str_latin1(place[0]), text, <size_t>length) == 0:
        out[0] = value_block(&place[0].head)
        incref(out[0])
        return OK
    if slice_text(p, start, stop, out) != OK:
        return ERROR
    if out[0].tag & COUNTED:
        incref(out[0])
        if place[0] != NULL:
            decref(p.vm, value_block(&place[0].head))
        place[0] = <Str*>out[0].as_.block
    return OK


cdef inline int hex_digit(uint32_t c) noexcept nogil:
    if c'0' <= c <= c'9':
        return <int>(c - c'0')
    if c'a' <= c <= c'f':
        return <int>(c - c'a') + 10
    if c'A' <= c <= c'F':
        return <int>(c - c'A') + 10
    return -1


# Four hex digits from i on, or -1.
cdef int64_t read_hex(Parser* p, int64_t i) noexcept nogil:
    cdef int64_t code = 0
    cdef int64_t end = i + 4
    cdef int digit
    while i < end:
        digit = hex_digit(character(p, i))
        if digit < 0:
            return -1
        code = code * 16 + digit
        i += 1
    return code


cdef inline uint32_t simple_escape(uint32_t c) noexcept nogil:
    if c == c'"' or c == c'\\' or c == c'/':
        return c
    if c == c'n':
        return 10
    if c == c't':
        return 9
    if c == c'r':
        return 13
    if c == c'b':
        return 8
    if c == c'f':
        return 12
    return 0


# The escape whose backslash is at the position: append what it means. OK, ERROR, MALFORMED.
cdef int read_escape(Parser* p, int64_t begin, Writer* writer) noexcept nogil:
    cdef int64_t i = p.position + 1
    cdef int64_t code, low
    cdef uint32_t c
    if i == p.length:
        return malformed(p, "Unterminated string starting at", begin)
    c = character(p, i)
    if c != c'u':
        p.position = i + 1
        c = simple_escape(c)
        if c == 0:
            return malformed(p, "Invalid \\escape", i - 1)
        return writer_char(writer, c)
    i += 1
    if i + 4 >= p.length:
        return malformed(p, "Invalid \\uXXXX escape", i - 1)
    code = read_hex(p, i)
    if code < 0:
        return malformed(p, "Invalid \\uXXXX escape", i - 1)
    i += 4
    if (0xD800 <= code <= 0xDBFF and i + 6 < p.length and character(p, i) == c'\\'
            and character(p, i + 1) == c'u'):
        low = read_hex(p, i + 2)
        if low < 0:
            return malformed(p, "Invalid \\uXXXX escape", i + 1)
        if 0xDC00 <= low <= 0xDFFF:
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
            i += 6
    p.position = i
    return writer_char(writer, <uint32_t>code)


# Where the run of plain characters that begins at i ends.
cdef int64_t plain_run(Parser* p, int64_t i) noexcept nogil:
    cdef uint32_t c
    if p.latin1 != NULL:
        while i < p.length:
            c = p.latin1[i]
            if c == c'"' or c == c'\\' or (c < 32 and p.strict):
                break
            i += 1
        return i
    while i < p.length:
        c = p.ucs4[i]
        if c == c'"' or c == c'\\' or (c < 32 and p.strict):
            break
        i += 1
    return i


# A string whose characters begin at the position, after the quote. OK, ERROR, MALFORMED.
cdef int read_string(Parser* p, bint key, Value* out) noexcept nogil:
    cdef int64_t begin = p.position - 1
    cdef int64_t start = p.position
    cdef int64_t stop = plain_run(p, start)
    cdef int64_t i
    cdef Writer writer
    cdef int status = OK
    if poll(p.vm, (stop - start) >> 3) != OK:
        return ERROR
    if stop < p.length and character(p, stop) == c'"':
        p.position = stop + 1
        if key and p.latin1 != NULL and stop - start <= KEY_LENGTH:
            return slice_key(p, start, stop, out)
        return slice_text(p, start, stop, out)
    writer_init(&writer, p.vm)
    while status == OK:
        if p.latin1 != NULL:
            status = writer_ascii(&writer, <const char*>p.latin1 + start, stop - start)
        else:
            i = start
            while status == OK and i < stop:
                status = writer_char(&writer, p.ucs4[i])
                i += 1
        if status != OK:
            break
        if stop == p.length:
            status = malformed(p, "Unterminated string starting at", begin)
            break
        p.position = stop
        if character(p, stop) == c'"':
            p.position = stop + 1
            return writer_finish(&writer, out)
        if character(p, stop) != c'\\':
            status = malformed(p, "Invalid control character at", stop)
            break
        status = read_escape(p, begin, &writer)
        if status == OK:
            start = p.position
            stop = plain_run(p, start)
            status = poll(p.vm, (stop - start + 8) >> 2)
    writer_discard(&writer)
    return status


# --- scalars ---------------------------------------------------------------------------------------------------------

cdef inline bint is_digit(Parser* p, int64_t i) noexcept nogil:
    return c'0' <= character(p, i) <= c'9'


cdef bint spells(Parser* p, int64_t i, const char* word, int length) noexcept nogil:
    cdef int k
    if i + length > p.length:
        return False
    for k in range(length):
        if character(p, i + k) != <uint8_t>word[k]:
            return False
    return True


# The end of the number at the position, or -1; float_out tells which kind it is.
cdef int64_t number_end(Parser* p, bint* float_out) noexcept nogil:
    cdef int64_t i = p.position
    cdef int64_t last = p.length - 1
    cdef int64_t exponent
    float_out[0] = False
    if character(p, i) == c'-':
        i += 1
        if i > last:
            return -1
    if character(p, i) == c'0':
        i += 1
    elif is_digit(p, i):
        while i <= last and is_digit(p, i):
            i += 1
    else:
        return -1
    if i < last and character(p, i) == c'.' and is_digit(p, i + 1):
        float_out[0] = True
        i += 2
        while i <= last and is_digit(p, i):
            i += 1
    if i < last and (character(p, i) == c'e' or character(p, i) == c'E'):
        exponent = i
        i += 1
        if i < last and (character(p, i) == c'-' or character(p, i) == c'+'):
            i += 1
        while i <= last and is_digit(p, i):
            i += 1
        if is_digit(p, i - 1):
            float_out[0] = True
        else:
            i = exponent
    return i


# The number from the position to `end` as a value. OK or ERROR.
cdef int convert_number(Parser* p, int64_t end, bint is_float, Value* out) noexcept nogil:
    cdef int64_t start = p.position
    cdef int64_t length = end - start
    cdef int64_t i, total
    cdef bint negative
    cdef char[64] digits
    cdef Value text
    cdef const char* ascii_text
    cdef double d
    cdef int status
    if not is_float and length <= 18:
        negative = character(p, start) == c'-'
        total = 0
        i = start + negative
        while i < end:
            total = total * 10 + <int64_t>(character(p, i) - c'0')
            i += 1
        out[0] = value_int(-total if negative else total)
        return OK
    if poll(p.vm, length) != OK:
        return ERROR
    if is_float and (p.latin1 != NULL or length <= 64):
        if p.latin1 != NULL:
            ascii_text = <const char*>p.latin1 + start
        else:
            for i in range(length):
                digits[i] = <char>p.ucs4[start + i]
            ascii_text = digits
        if double_parse_decimal(ascii_text, length, &d):
            out[0] = value_float(d)
            return OK
    if slice_text(p, start, end, &text) != OK:
        return ERROR
    if is_float:
        status = OK
        if double_parse_decimal(<const char*>str_latin1(<Str*>text.as_.block), length, &d):
            out[0] = value_float(d)
        else:
            status = raise_error(p.vm, E_VALUE_ERROR, "could not convert string to float")
    else:
        status = int_parse(p.vm, <Str*>text.as_.block, 10, out)
    decref(p.vm, text)
    return status


# The scalar at the position, or what opens there. For kinds that hooks may want, nothing is made: end[0] is where the
# text of the number or constant ends. OK, ERROR, MALFORMED.
cdef int read_scalar(Parser* p, int* kind, int64_t* end, Value* out) noexcept nogil:
    cdef uint32_t c
    cdef bint is_float
    kind[0] = SCALAR_VALUE
    if p.position >= p.length:
        return malformed(p, "Expecting value", p.position)
    c = character(p, p.position)
    if c == c'"':
        p.position += 1
        return read_string(p, False, out)
    if c == c'{':
        kind[0] = OPENS_OBJECT
        return OK
    if c == c'[':
        kind[0] = OPENS_ARRAY
        return OK
    if c == c'n' and spells(p, p.position, "null", 4):
        p.position += 4
        out[0] = value_none()
        return OK
    if c == c't' and spells(p, p.position, "true", 4):
        p.position += 4
        out[0] = value_bool(True)
        return OK
    if c == c'f' and spells(p, p.position, "false", 5):
        p.position += 5
        out[0] = value_bool(False)
        return OK
    kind[0] = SCALAR_CONSTANT
    if c == c'N' and spells(p, p.position, "NaN", 3):
        end[0] = p.position + 3
        return OK
    if c == c'I' and spells(p, p.position, "Infinity", 8):
        end[0] = p.position + 8
        return OK
    if c == c'-' and spells(p, p.position, "-Infinity", 9):
        end[0] = p.position + 9
        return OK
    end[0] = number_end(p, &is_float)
    if end[0] < 0:
        return malformed(p, "Expecting value", p.position)
    kind[0] = SCALAR_FLOAT if is_float else SCALAR_INT
    return OK


cdef int convert_scalar(Parser* p, int kind, int64_t end, Value* out) noexcept nogil:
    cdef int status = OK
    if kind == SCALAR_CONSTANT:
        if character(p, p.position) == c'N':
            out[0] = value_float(NAN)
        else:
            out[0] = value_float(-INFINITY if character(p, p.position) == c'-' else INFINITY)
    else:
        status = convert_number(p, end, kind == SCALAR_FLOAT, out)
    p.position = end
    return status


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
    skip_space(p)
    if p.position >= p.length or character(p, p.position) != c':':
        return malformed(p, "Expecting ':' delimiter", p.position)
    p.position += 1
    skip_space(p)
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
    skip_space(p)
    c = character(p, p.position) if p.position < p.length else 0
    more[0] = c == c','
    if c == closing:
        p.position += 1
        return OK
    if c != c',':
        return malformed(p, "Expecting ',' delimiter", p.position)
    comma = p.position
    p.position += 1
    skip_space(p)
    if host_minor() >= 13 and p.position < p.length and character(p, p.position) == closing:
        return malformed(p, "Illegal trailing comma before end of array" if is_list
                         else "Illegal trailing comma before end of object", comma)
    return OK if is_list else read_key(p)


# Begin the container whose bracket is at the position. OK; EXHAUSTED if it is empty and so complete; ERROR, MALFORMED.
cdef int open_container(Parser* p, int kind) noexcept nogil:
    cdef bint is_object = kind == OPENS_OBJECT
    cdef Block* container
    p.position += 1
    skip_space(p)
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
    skip_space(p)
    status = read_value(p, value_unset(), &value)
    if status != OK:
        return status
    skip_space(p)
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
    skip_space(&parser)
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
        status = give_triple(vm, value_int(parser.event if status == HOOK else 0), value, value_int(parser.position), out)
    parser_close(&parser)
    return status


register_module_function(b"json", b"loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, "
                         b"parse_constant=None, object_pairs_hook=None, strict=True)", json_loads, b"json_loads")
register_native(-1, NATIVE_INTRINSIC, b"_json_parse(text, strict, /)", json_parse, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_json_skip(text, position, /)", json_skip, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_json_read(text, strict, wanted, stack, position, resumed, value, /)", json_read,
                NULL)
