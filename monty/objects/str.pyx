"""Text: storage, hashing, comparing, joining and cutting of str values, and the table of interned names.

A str is Latin-1 (one byte per character) or UCS-4, always the narrower one that fits: so equal texts have equal bytes.
Nothing here knows other types; the type row and the methods are in str_type and str_methods.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_FromKindAndData, PyUnicode_GET_LENGTH, PyUnicode_KIND
from libc.stdlib cimport abort, calloc, malloc
from libc.string cimport memcmp, memcpy, memset, strlen

from monty._generated cimport E_OVERFLOW_ERROR
from monty._heap cimport *
from monty.objects.str_search cimport search_find

cdef extern from "portable.h" nogil:
    uint64_t multiply_fold "monty_multiply_fold"(uint64_t, uint64_t)

cdef extern from *:
    """
    /* The key of every hash of text and bytes. Odd, with about as many ones as zeros. */
    #define HASH_SEED 0x8f6a3d1bc25e94d7ULL
    #define HASH_FIRST 0x9e3779b97f4a7c15ULL
    #define HASH_SECOND 0xd6e8feb86659fd93ULL
    #define HASH_THIRD 0xa0761d6478bd642fULL
    #define ASCII_HIGH_BITS 0x8080808080808080ULL
    """
    const uint64_t HASH_SEED, HASH_FIRST, HASH_SECOND, HASH_THIRD, ASCII_HIGH_BITS

cdef enum:
    COPY_CHUNK = 1 << 20        # bytes copied between polls


# --- shared strings --------------------------------------------------------------------------------------------------
# The empty string and the 256 one-character Latin-1 strings stand in static memory and are never counted.

cdef SharedStr[257] shared      # the last one is the empty string
cdef bint shared_ready = False


cdef void shared_make() noexcept:
    global shared_ready, str_singles
    cdef int i
    if shared_ready:
        return
    for i in range(257):
        shared[i].text.head.refcount = 1
        shared[i].text.head.type = T_STR
        shared[i].text.kind = 1
        shared[i].text.length = 1 if i < 256 else 0
        shared[i].character = <uint8_t>i
        str_hash(&shared[i].text)
    str_singles = shared
    shared_ready = True


cdef Value str_empty() noexcept nogil:
    return value_immortal(&shared[256].text.head)


cdef int str_single_wide(VM* vm, uint32_t character, Value* out) noexcept nogil:
    cdef Str* s
    s = str_alloc(vm, 1, 4)
    if s == NULL:
        return ERROR
    str_ucs4(s)[0] = character
    out[0] = value_block(&s.head)
    return OK


cdef Value str_finish(VM* vm, Str* s) noexcept nogil:
    cdef uint32_t character
    if s.length > 1 or s.kind == 4:
        return value_block(&s.head)
    if s.length == 0:
        heap_free(vm, &s.head)
        return str_empty()
    character = str_latin1(s)[0]
    heap_free(vm, &s.head)
    return value_immortal(&shared[character].text.head)


# --- making ----------------------------------------------------------------------------------------------------------

cdef Str* str_alloc(VM* vm, int64_t length, uint32_t kind) noexcept nogil:
    cdef Str* s
    if unlikely(length > STR_MAX_LENGTH):
        raise_limit(vm, LIMIT_MEMORY)
        return NULL
    s = <Str*>heap_alloc(vm, T_STR, sizeof(Str) + <size_t>length * kind, False)
    if unlikely(s == NULL):
        return NULL
    s.length = <uint32_t>length
    s.kind = kind
    return s


cdef int64_t str_capacity(Str* s) noexcept nogil:
    return <int64_t>((buffer_capacity(<char*>s + sizeof(Block)) + sizeof(Block) - sizeof(Str)) // s.kind)


cdef Str* str_resize(VM* vm, Str* s, int64_t capacity) noexcept nogil:
    cdef void* payload
    if unlikely(capacity > STR_MAX_LENGTH):
        raise_limit(vm, LIMIT_MEMORY)
        return NULL
    payload = buffer_resize(vm, <char*>s + sizeof(Block),
                            sizeof(Str) - sizeof(Block) + <size_t>capacity * s.kind)
    if unlikely(payload == NULL):
        return NULL
    s = <Str*>(<char*>payload - sizeof(Block))
    s.head.type = T_STR
    s.head.link = 0
    return s


cdef Str* str_from_latin1(VM* vm, const uint8_t* text, Py_ssize_t length) noexcept nogil:
    cdef Str* s = str_alloc(vm, length, 1)
    if s != NULL:
        memcpy(str_latin1(s), text, length)
    return s


cdef bint ucs4_is_wide(const uint32_t* text, int64_t length) noexcept nogil:
    cdef uint32_t seen = 0
    cdef int64_t i = 0
    while i + 16 <= length:
        seen = (text[i] | text[i + 1] | text[i + 2] | text[i + 3] | text[i + 4] | text[i + 5] | text[i + 6]
                | text[i + 7] | text[i + 8] | text[i + 9] | text[i + 10] | text[i + 11] | text[i + 12]
                | text[i + 13] | text[i + 14] | text[i + 15])
        if seen > 255:
            return True
        i += 16
    while i < length:
        seen |= text[i]
        i += 1
    return seen > 255


cdef bint latin1_is_ascii(const uint8_t* text, int64_t length) noexcept nogil:
    cdef uint64_t[4] words
    cdef uint8_t seen = 0
    cdef int64_t i = 0
    while i + 32 <= length:
        memcpy(words, text + i, 32)
        if (words[0] | words[1] | words[2] | words[3]) & ASCII_HIGH_BITS:
            return False
        i += 32
    while i + 8 <= length:
        memcpy(words, text + i, 8)
        if words[0] & ASCII_HIGH_BITS:
            return False
        i += 8
    while i < length:
        seen |= text[i]
        i += 1
    return seen < 128


cdef Str* str_from_ucs4(VM* vm, const uint32_t* text, Py_ssize_t length) noexcept nogil:
    cdef Str* s
    cdef Py_ssize_t i
    if ucs4_is_wide(text, length):
        s = str_alloc(vm, length, 4)
        if s != NULL:
            memcpy(str_ucs4(s), text, <size_t>length * 4)
        return s
    s = str_alloc(vm, length, 1)
    if s != NULL:
        for i in range(length):
            str_latin1(s)[i] = <uint8_t>text[i]
    return s


cdef int str_copy(VM* vm, void* to, uint32_t to_kind, Str* source, int64_t start, int64_t count) noexcept nogil:
    cdef uint8_t* narrow_source
    cdef uint32_t* wide_source
    cdef uint8_t* narrow
    cdef uint32_t* wide
    cdef size_t size, step
    cdef uint8_t* bytes_source
    cdef int64_t i, end
    if to_kind == source.kind:
        size = <size_t>count * to_kind
        bytes_source = str_latin1(source) + <size_t>start * to_kind
        narrow = <uint8_t*>to
        while unlikely(size > COPY_CHUNK):
            memcpy(narrow, bytes_source, COPY_CHUNK)
            narrow += COPY_CHUNK
            bytes_source += COPY_CHUNK
            size -= COPY_CHUNK
            if poll(vm, COPY_CHUNK // 32) != OK:
                return ERROR
        memcpy(narrow, bytes_source, size)
        return OK
    i = 0
    while i < count:
        end = i + COPY_CHUNK if count - i > COPY_CHUNK else count
        if to_kind == 4:
            narrow_source = str_latin1(source) + start
            wide = <uint32_t*>to
            while i < end:
                wide[i] = narrow_source[i]
                i += 1
        else:
            wide_source = str_ucs4(source) + start
            narrow = <uint8_t*>to
            while i < end:
                narrow[i] = <uint8_t>wide_source[i]
                i += 1
        if i < count and poll(vm, COPY_CHUNK // 8) != OK:
            return ERROR
    return OK


# --- hashing and comparing -------------------------------------------------------------------------------------------

cdef inline uint64_t load64(const uint8_t* data) noexcept nogil:
    cdef uint64_t word
    memcpy(&word, data, 8)
    return word

cdef inline uint64_t load32(const uint8_t* data) noexcept nogil:
    cdef uint32_t word
    memcpy(&word, data, 4)
    return word


cdef uint64_t hash_memory(const void* data, size_t size) noexcept nogil:
    # Sixteen bytes a step, each step a folded 64 by 64 bit product; a text of up to 16 bytes takes two products.
    cdef const uint8_t* p = <const uint8_t*>data
    cdef uint64_t state = HASH_SEED ^ (<uint64_t>size * HASH_THIRD)
    cdef uint64_t a, b
    cdef size_t left = size
    while left > 16:
        state = multiply_fold(load64(p) ^ HASH_FIRST, load64(p + 8) ^ state)
        p += 16
        left -= 16
    if left >= 8:
        a = load64(p)
        b = load64(p + left - 8)
    elif left >= 4:
        a = load32(p)
        b = load32(p + left - 4)
    elif left > 0:
        a = (<uint64_t>p[0] << 16) | (<uint64_t>p[left >> 1] << 8) | p[left - 1]
        b = 0
    else:
        a = 0
        b = 0
    state = multiply_fold(a ^ HASH_FIRST, b ^ state)
    state = multiply_fold(state ^ HASH_SECOND, HASH_THIRD ^ <uint64_t>size)
    return state if state != 0 else HASH_SECOND


cdef int64_t str_hash(Str* s) noexcept nogil:
    if unlikely(s.head.flags & BLOCK_SUBCLASSED):
        # its link is the collector's
        return <int64_t>hash_memory(str_latin1(s), <size_t>s.length * s.kind)
    if s.head.link == 0:
        s.head.link = hash_memory(str_latin1(s), <size_t>s.length * s.kind)
    return <int64_t>s.head.link


cdef bint str_equal(Str* a, Str* b) noexcept nogil:
    if a == b:
        return True
    if a.length != b.length or a.kind != b.kind:
        return False
    if a.head.link != b.head.link and a.head.link != 0 and b.head.link != 0:
        return False
    return memcmp(str_latin1(a), str_latin1(b), <size_t>a.length * a.kind) == 0


cdef int str_compare(Str* a, Str* b) noexcept nogil:
    cdef uint32_t common = a.length if a.length < b.length else b.length
    cdef uint32_t i, x, y
    cdef int answer
    if a == b:
        return 0
    if a.kind == 1 and b.kind == 1:
        answer = memcmp(str_latin1(a), str_latin1(b), common)
        if answer != 0:
            return -1 if answer < 0 else 1
    else:
        for i in range(common):
            x = str_char(a, i)
            y = str_char(b, i)
            if x != y:
                return -1 if x < y else 1
    if a.length == b.length:
        return 0
    return -1 if a.length < b.length else 1


# --- joining and cutting ---------------------------------------------------------------------------------------------

cdef int str_concat(VM* vm, Str* a, Str* b, Value* out) noexcept nogil:
    cdef uint32_t kind = a.kind if a.kind > b.kind else b.kind
    cdef Str* s = str_alloc(vm, <int64_t>a.length + b.length, kind)
    if unlikely(s == NULL):
        return ERROR
    if unlikely(str_copy(vm, str_latin1(s), kind, a, 0, a.length) != OK
                or str_copy(vm, str_latin1(s) + <size_t>a.length * kind, kind, b, 0, b.length) != OK):
        heap_free(vm, &s.head)
        return ERROR
    out[0] = str_finish(vm, s)
    return OK


# Capacity for a text of `needed` characters that is being appended to: a share more, so that the copying of a whole
# loop of appends stays linear; exactly what is needed where a share more would be refused.
cdef int64_t grown_capacity(VM* vm, int64_t needed, uint32_t kind) noexcept nogil:
    cdef int64_t more = needed + (needed >> 2) + 16
    if needed * kind < 256:
        more = needed * 2
    if more > STR_MAX_LENGTH or (not vm.heap.fixed
                                 and vm.heap.used + <size_t>more * kind + 4096 > vm.heap.limit):
        return needed
    return more


cdef int str_append(VM* vm, Value* where, Str* right) noexcept nogil:
    cdef Str* left = <Str*>where.as_.block
    cdef int64_t length = left.length
    cdef int64_t needed = length + right.length
    cdef Value joined
    if not (where.tag & COUNTED) or left.head.refcount != 1 or right.kind > left.kind or right == left:
        if right.length == 0:
            return OK
        if str_concat(vm, left, right, &joined) != OK:
            return ERROR
        value_store(vm, where, joined)
        return OK
    if needed > str_capacity(left):
        left = str_resize(vm, left, grown_capacity(vm, needed, left.kind))
        if unlikely(left == NULL):
            return ERROR
        where.as_.block = &left.head
    # On a limit in the middle of a huge copy the length has not grown yet.
    if unlikely(str_copy(vm, str_latin1(left) + <size_t>length * left.kind, left.kind, right, 0,
                         right.length) != OK):
        return ERROR
    left.length = <uint32_t>needed
    left.head.link = 0
    return OK


cdef int str_substring(VM* vm, Str* s, int64_t start, int64_t stop, Value* out) noexcept nogil:
    cdef int64_t length = stop - start
    cdef uint32_t kind = s.kind
    cdef Str* part
    if length <= 0:
        out[0] = str_empty()
        return OK
    if length == 1:
        return str_single(vm, str_char(s, start), out)
    if kind == 1 and length <= 4096:
        part = str_alloc(vm, length, 1)
        if unlikely(part == NULL):
            return ERROR
        copy_short(str_latin1(part), str_latin1(s) + start, <size_t>length)
        out[0] = value_block(&part.head)
        return OK
    if kind == 4 and not ucs4_is_wide(str_ucs4(s) + start, length):
        kind = 1
    part = str_alloc(vm, length, kind)
    if unlikely(part == NULL):
        return ERROR
    if unlikely(str_copy(vm, str_latin1(part), kind, s, start, length) != OK):
        heap_free(vm, &part.head)
        return ERROR
    out[0] = value_block(&part.head)
    return OK


cdef int str_exact(VM* vm, Value v, Value* out) noexcept nogil:
    if unlikely(v.tag & SUBCLASSED):
        return str_substring(vm, <Str*>v.as_.block, 0, (<Str*>v.as_.block).length, out)
    out[0] = value_copy(v)
    return OK


cdef int str_repeat(VM* vm, Str* s, int64_t times, Value* out) noexcept nogil:
    cdef int64_t length
    cdef size_t size, done, step, limit
    cdef uint8_t* data
    cdef Str* result
    if times <= 0 or s.length == 0:
        out[0] = str_empty()
        return OK
    if mul_overflow(s.length, times, &length):
        return raise_error(vm, E_OVERFLOW_ERROR, b"repeated string is too long")
    result = str_alloc(vm, length, s.kind)
    if unlikely(result == NULL):
        return ERROR
    data = str_latin1(result)
    size = <size_t>length * s.kind
    done = <size_t>s.length * s.kind
    limit = COPY_CHUNK if done < COPY_CHUNK else done
    if s.length == 1 and s.kind == 1 and size <= COPY_CHUNK:
        memset(data, str_latin1(s)[0], size)
    else:
        memcpy(data, str_latin1(s), done)
        while done < size:
            # Always whole repetitions; after the first doublings from a piece that stays in the cache.
            step = done if done <= limit else limit - limit % (<size_t>s.length * s.kind)
            if step > size - done:
                step = size - done
            memcpy(data + done, data, step)
            done += step
            if unlikely(step > COPY_CHUNK // 4 and poll(vm, <int64_t>(step // 32)) != OK):
                heap_free(vm, &result.head)
                return ERROR
    out[0] = str_finish(vm, result)
    return OK


cdef int64_t str_find(VM* vm, Str* s, Str* part, int64_t start, int64_t stop) noexcept nogil:
    return search_find(vm, s, part, start, stop)


cdef int str_join(VM* vm, Str* separator, Value* items, int64_t count, Value* out) noexcept nogil:
    cdef uint32_t kind = 1
    cdef int64_t length = 0
    cdef int64_t separator_length = 0
    cdef int64_t i
    cdef Str* item
    cdef Str* result
    cdef uint8_t* position
    if count == 0:
        out[0] = str_empty()
        return OK
    if count == 1:
        return str_exact(vm, items[0], out)
    if separator != NULL and separator.length > 0:
        separator_length = separator.length
        kind = separator.kind
        # count is below 2**36 and the length below 2**32, so nothing here overflows.
        length = separator_length * (count - 1) if count <= STR_MAX_LENGTH else STR_MAX_LENGTH + 1
    for i in range(count):
        item = <Str*>items[i].as_.block
        length += item.length
        kind |= item.kind
        if unlikely(i & 1023 == 1023 and poll(vm, 1024) != OK):
            return ERROR
        if unlikely(length > STR_MAX_LENGTH):
            return raise_limit(vm, LIMIT_MEMORY)
    kind = 4 if kind & 4 else 1
    result = str_alloc(vm, length, kind)
    if unlikely(result == NULL):
        return ERROR
    position = str_latin1(result)
    for i in range(count):
        if i > 0 and separator_length > 0:
            if kind == separator.kind and separator_length < COPY_CHUNK // 4:
                copy_short(position, str_latin1(separator), <size_t>separator_length * kind)
            elif unlikely(str_copy(vm, position, kind, separator, 0, separator_length) != OK):
                heap_free(vm, &result.head)
                return ERROR
            position += separator_length * kind
        item = <Str*>items[i].as_.block
        if kind == item.kind and item.length < COPY_CHUNK // 4:
            copy_short(position, str_latin1(item), <size_t>item.length * kind)
        elif unlikely(str_copy(vm, position, kind, item, 0, item.length) != OK):
            heap_free(vm, &result.head)
            return ERROR
        position += <size_t>item.length * kind
        if unlikely(i & 1023 == 1023 and poll(vm, 4096) != OK):
            heap_free(vm, &result.head)
            return ERROR
    out[0] = str_finish(vm, result)
    return OK


# --- interned names --------------------------------------------------------------------------------------------------
# An open-addressing table that only import time writes to, under the GIL. Machines read it without: a table that has
# been replaced by a larger one therefore stays where it is.

cdef struct NameTable:
    size_t mask
    size_t count
    Str** slots

cdef NameTable* names = NULL


cdef NameTable* name_table_new(size_t slots) noexcept:
    cdef NameTable* table = <NameTable*>calloc(1, sizeof(NameTable))
    if table == NULL:
        abort()
    table.slots = <Str**>calloc(slots, sizeof(Str*))
    if table.slots == NULL:
        abort()
    table.mask = slots - 1
    return table


cdef void name_table_insert(NameTable* table, Str* s) noexcept:
    cdef size_t slot = <size_t>str_hash(s) & table.mask
    while table.slots[slot] != NULL:
        slot = (slot + 1) & table.mask
    table.slots[slot] = s
    table.count += 1


cdef Str* str_find_static(Str* s) noexcept nogil:
    cdef NameTable* table = names
    cdef size_t slot
    if table == NULL:
        return NULL
    slot = <size_t>str_hash(s) & table.mask
    while table.slots[slot] != NULL:
        if str_equal(table.slots[slot], s):
            return table.slots[slot]
        slot = (slot + 1) & table.mask
    return NULL


cdef Str* str_static(const char* text) noexcept:
    global names
    cdef size_t length = strlen(text)
    cdef size_t i
    cdef Str* s
    cdef Str* known
    cdef NameTable* larger
    shared_make()
    if not latin1_is_ascii(<const uint8_t*>text, <int64_t>length):
        abort()             # names of the machine itself are ASCII
    if length == 0:
        return &shared[256].text
    if length == 1:
        s = &shared[<uint8_t>text[0]].text
    else:
        s = <Str*>calloc(1, sizeof(Str) + length)
        if s == NULL:
            abort()
        s.head.refcount = 1
        s.head.type = T_STR
        s.length = <uint32_t>length
        s.kind = 1
        memcpy(str_latin1(s), text, length)
    known = str_find_static(s)
    if known != NULL:
        return known        # the few bytes of the copy stay: import time only
    if names == NULL:
        names = name_table_new(1024)
    elif names.count * 2 > names.mask:
        larger = name_table_new((names.mask + 1) * 2)
        for i in range(names.mask + 1):
            if names.slots[i] != NULL:
                name_table_insert(larger, names.slots[i])
        names = larger
    name_table_insert(names, s)
    return s


# --- host ------------------------------------------------------------------------------------------------------------

cdef extern from "Python.h":
    enum:
        PyUnicode_1BYTE_KIND
        PyUnicode_2BYTE_KIND
        PyUnicode_4BYTE_KIND


cdef Str* str_from_host(VM* vm, str text):
    cdef Py_ssize_t length = PyUnicode_GET_LENGTH(text)
    cdef const void* data = PyUnicode_DATA(text)
    cdef int host_kind = PyUnicode_KIND(text)
    cdef const uint16_t* half = <const uint16_t*>data
    cdef Py_ssize_t i
    cdef Str* s = str_alloc(vm, length, 1 if host_kind == PyUnicode_1BYTE_KIND else 4)
    if s == NULL:
        return NULL
    if host_kind == PyUnicode_2BYTE_KIND:
        for i in range(length):
            str_ucs4(s)[i] = half[i]
    else:
        memcpy(str_latin1(s), data, <size_t>length * s.kind)
    return s


cdef str str_to_host(Str* s):
    return <str>PyUnicode_FromKindAndData(PyUnicode_1BYTE_KIND if s.kind == 1 else PyUnicode_4BYTE_KIND,
                                          <void*>str_latin1(s), s.length)


shared_make()
