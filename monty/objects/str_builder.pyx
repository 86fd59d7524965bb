"""The Writer: text built piece by piece, Latin-1 until a character comes that does not fit, growing by a share."""

from libc.string cimport memcpy, memset, strlen

from monty._heap cimport *
from monty.objects.str cimport (STR_MAX_LENGTH, str_alloc, str_capacity, str_copy, str_empty, str_finish, str_latin1,
                                str_resize, str_ucs4)

cdef enum:
    FIRST_CAPACITY = 40         # characters of the first block, unless more are asked for


cdef void writer_init(Writer* writer, VM* vm) noexcept nogil:
    writer.vm = vm
    writer.text = NULL
    writer.capacity = 0


cdef void writer_discard(Writer* writer) noexcept nogil:
    if writer.text != NULL:
        heap_free(writer.vm, &writer.text.head)
        writer.text = NULL
    writer.capacity = 0


# Make room for `more` characters, in units of at least `kind`. OK or ERROR.
cdef int writer_grow(Writer* writer, int64_t more, uint32_t kind) noexcept nogil:
    cdef VM* vm = writer.vm
    cdef Str* old = writer.text
    cdef Str* text
    cdef int64_t length = old.length if old != NULL else 0
    cdef int64_t needed = length + more
    cdef int64_t capacity
    if old != NULL and old.kind > kind:
        kind = old.kind
    if unlikely(more > STR_MAX_LENGTH or needed > STR_MAX_LENGTH):
        return raise_limit(vm, LIMIT_MEMORY)
    if old == NULL:
        capacity = needed if needed > FIRST_CAPACITY else FIRST_CAPACITY
    else:
        capacity = needed + (needed >> 1) if needed * kind < 65536 else needed + (needed >> 2)
        if capacity > STR_MAX_LENGTH or (not vm.heap.fixed
                                         and vm.heap.used + <size_t>capacity * kind + 4096 > vm.heap.limit):
            capacity = needed
    if old != NULL and old.kind == kind:
        text = str_resize(vm, old, capacity)
        if unlikely(text == NULL):
            return ERROR
    else:
        text = str_alloc(vm, capacity, kind)
        if unlikely(text == NULL):
            return ERROR
        text.length = <uint32_t>length
        if old != NULL:
            if unlikely(str_copy(vm, str_latin1(text), kind, old, 0, length) != OK):
                heap_free(vm, &text.head)
                return ERROR
            heap_free(vm, &old.head)
    writer.text = text
    capacity = str_capacity(text)
    writer.capacity = <uint32_t>(capacity if capacity < STR_MAX_LENGTH else STR_MAX_LENGTH)
    return OK


cdef inline int writer_need(Writer* writer, int64_t more, uint32_t kind) noexcept nogil:
    if likely(writer.text != NULL and writer.text.kind >= kind
              and more <= <int64_t>writer.capacity - writer.text.length):
        return OK
    return writer_grow(writer, more, kind)


cdef int writer_reserve(Writer* writer, int64_t more) noexcept nogil:
    if writer.text == NULL and more > 0 and more <= STR_MAX_LENGTH:
        # Who says how much it will be gets just that.
        writer.text = str_alloc(writer.vm, more, 1)
        if writer.text == NULL:
            return ERROR
        writer.text.length = 0
        writer.capacity = <uint32_t>str_capacity(writer.text)
        return OK
    return writer_need(writer, more, 1)


cdef int writer_char_slow(Writer* writer, uint32_t character) noexcept nogil:
    cdef Str* text
    if unlikely(writer_need(writer, 1, 1 if character < 256 else 4) != OK):
        return ERROR
    text = writer.text
    if text.kind == 1:
        str_latin1(text)[text.length] = <uint8_t>character
    else:
        str_ucs4(text)[text.length] = character
    text.length += 1
    return OK


cdef int writer_ascii(Writer* writer, const char* characters, Py_ssize_t length) noexcept nogil:
    cdef Str* text
    cdef Py_ssize_t i
    if length < 0:
        length = <Py_ssize_t>strlen(characters)
    if unlikely(writer_need(writer, length, 1) != OK):
        return ERROR
    text = writer.text
    if text.kind == 1:
        memcpy(str_latin1(text) + text.length, characters, length)
    else:
        for i in range(length):
            str_ucs4(text)[text.length + i] = <uint8_t>characters[i]
    text.length += <uint32_t>length
    return OK


cdef int writer_str(Writer* writer, Str* s) noexcept nogil:
    return writer_part(writer, s, 0, s.length)


cdef int writer_part(Writer* writer, Str* s, int64_t start, int64_t stop) noexcept nogil:
    cdef Str* text
    if unlikely(writer_need(writer, stop - start, s.kind) != OK):
        return ERROR
    text = writer.text
    if unlikely(str_copy(writer.vm, str_latin1(text) + <size_t>text.length * text.kind, text.kind, s, start,
                         stop - start) != OK):
        return ERROR
    text.length += <uint32_t>(stop - start)
    return OK


cdef int writer_fill(Writer* writer, uint32_t character, int64_t count) noexcept nogil:
    cdef Str* text
    cdef int64_t i, end
    if count <= 0:
        return OK
    if unlikely(writer_need(writer, count, 1 if character < 256 else 4) != OK):
        return ERROR
    text = writer.text
    i = text.length
    count += i
    while i < count:
        end = i + 262144 if count - i > 262144 else count
        if text.kind == 1:
            memset(str_latin1(text) + i, <int>character, <size_t>(end - i))
            i = end
        else:
            while i < end:
                str_ucs4(text)[i] = character
                i += 1
        if i < count and poll(writer.vm, 16384) != OK:
            return ERROR
    text.length = <uint32_t>count
    return OK


cdef int writer_finish(Writer* writer, Value* out) noexcept nogil:
    cdef Str* text = writer.text
    cdef Str* exact
    cdef size_t needed
    if text == NULL:
        out[0] = str_empty()
        return OK
    if text.length < writer.capacity:
        needed = sizeof(Str) + <size_t>text.length * text.kind
        # Give back what stays unused, unless it is little: a small block is copied, a large one shrunk where it is.
        if text.length > 1 and (text.head.size_class > ((needed + 15) >> 4) + 2
                                or (text.head.size_class == 0 and writer.capacity - text.length > text.length >> 3)):
            exact = str_resize(writer.vm, text, text.length)
            if unlikely(exact == NULL):
                writer_discard(writer)
                return ERROR
            text = exact
    writer.text = NULL
    writer.capacity = 0
    out[0] = str_finish(writer.vm, text)
    return OK
