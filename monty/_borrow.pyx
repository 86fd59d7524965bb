"""The long tail, answered by CPython: Unicode case mapping beyond Latin-1, identifiers, codecs.

No name that a program chooses reaches the host's registries: codecs are those of the list below, which need nothing
but the ``encodings`` package, and error handlers are CPython's own eight.
"""

import codecs
from encodings import normalize_encoding
from encodings.aliases import aliases

from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_FromStringAndSize, PyBytes_GET_SIZE
from cpython.unicode cimport PyUnicode_FromKindAndData
from libc.string cimport memchr, memcpy

from monty._generated cimport *
from monty._heap cimport *
from monty.exception_table import EXCEPTIONS
from monty.objects.bytes cimport Bytes, bytes_data, bytes_from, bytes_new
from monty.objects.str cimport *
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new

cdef dict EXCEPTION_NUMBERS = {name: number for number, (name, _) in enumerate(EXCEPTIONS, 1)}

# Pure text codecs. Not among them: idna and punycode, whose time grows with the square of the text, and those that
# turn bytes into bytes.
cdef frozenset TEXT_CODECS = frozenset("""
    ascii latin_1 utf_7 utf_8 utf_8_sig utf_16 utf_16_le utf_16_be utf_32 utf_32_le utf_32_be
    unicode_escape raw_unicode_escape charmap
    big5 big5hkscs cp037 cp1006 cp1026 cp1125 cp1140 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258
    cp273 cp424 cp437 cp500 cp720 cp737 cp775 cp850 cp852 cp855 cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865
    cp866 cp869 cp874 cp875 cp932 cp949 cp950 euc_jis_2004 euc_jisx0213 euc_jp euc_kr gb18030 gb2312 gbk hp_roman8 hz
    iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr
    iso8859_1 iso8859_10 iso8859_11 iso8859_13 iso8859_14 iso8859_15 iso8859_16 iso8859_2 iso8859_3 iso8859_4 iso8859_5
    iso8859_6 iso8859_7 iso8859_8 iso8859_9 johab koi8_r koi8_t koi8_u kz1048 mac_croatian mac_cyrillic mac_farsi
    mac_greek mac_iceland mac_latin2 mac_roman mac_romanian mac_turkish mac_arabic palmos ptcp154 shift_jis
    shift_jis_2004 shift_jisx0213 tis_620
""".split())
cdef frozenset BYTES_CODECS = frozenset('base64_codec bz2_codec hex_codec quopri_codec rot_13 uu_codec zlib_codec'.split())
cdef frozenset HANDLERS = frozenset('strict ignore replace backslashreplace xmlcharrefreplace namereplace '
                                    'surrogateescape surrogatepass'.split())

cdef enum:
    PIECE = 65536               # characters or bytes given to the host at once


# --- results and errors ----------------------------------------------------------------------------------------------

cdef int borrow_text(VM* vm, str text, Value* out):
    cdef Str* s = str_from_host(vm, text)
    if s == NULL:
        return ERROR
    out[0] = str_finish(vm, s)
    return OK


# A UnicodeEncodeError or UnicodeDecodeError with its five arguments. ERROR.
cdef int borrow_unicode_error(VM* vm, object exception):
    cdef Tuple* args = tuple_new(vm, 5)
    cdef Value* items
    cdef bytes data
    cdef Bytes* copied
    cdef bint encoding = type(exception) is UnicodeEncodeError
    cdef int status
    if args == NULL:
        return ERROR
    items = tuple_items(args)
    items[2] = value_int(exception.start)
    items[3] = value_int(exception.end)
    status = borrow_text(vm, exception.encoding, &items[0])
    if status == OK:
        status = borrow_text(vm, exception.reason, &items[4])
    if status == OK and encoding:
        status = borrow_text(vm, exception.object, &items[1])
    elif status == OK:
        data = exception.object
        copied = bytes_from(vm, <const uint8_t*>PyBytes_AS_STRING(data), PyBytes_GET_SIZE(data))
        if copied == NULL:
            status = ERROR
        else:
            items[1] = value_block(&copied.head)
    if status != OK:
        decref(vm, value_block(&args.head))
        return ERROR
    return raise_arguments(vm, E_UNICODE_ENCODE_ERROR if encoding else E_UNICODE_DECODE_ERROR,
                           value_block(&args.head))


cdef int borrow_error(VM* vm, object exception):
    cdef Value message
    cdef int kind
    if isinstance(exception, MemoryError):
        return raise_limit(vm, LIMIT_MEMORY)
    if type(exception) is UnicodeEncodeError or type(exception) is UnicodeDecodeError:
        return borrow_unicode_error(vm, exception)
    kind = EXCEPTION_NUMBERS.get(type(exception).__name__, E_SYSTEM_ERROR)
    if borrow_text(vm, str(exception), &message) != OK:
        return ERROR
    return raise_value(vm, kind, message)


# A part of a text as a host str.
cdef str part_to_host(Str* s, int64_t start, int64_t stop):
    return <str>PyUnicode_FromKindAndData(s.kind, <char*>str_latin1(s) + <size_t>start * s.kind, stop - start)


# Append a host str. OK or ERROR.
cdef int write_text(Writer* writer, str text) except -2:
    cdef Str* s = str_from_host(writer.vm, text)
    cdef int status
    if s == NULL:
        return ERROR
    status = writer_str(writer, s)
    heap_free(writer.vm, &s.head)
    return status


# --- case mapping ----------------------------------------------------------------------------------------------------

cdef enum:
    NEAR = 1024                 # how far back from the end of a piece a space is looked for

# Where a text may be cut so that mapping the pieces gives the mapping of the whole: after a space, which no mapping
# looks across. Without one near, anywhere, but for the mappings in which a character depends on its word: those go on
# to the next space.
cdef int64_t piece_end(Str* s, int64_t start, bint by_words) noexcept nogil:
    cdef int64_t end = start + PIECE
    cdef int64_t i
    if s.length - start <= PIECE:
        return s.length
    i = end
    while i > end - NEAR:
        if str_char(s, i - 1) == 32:
            return i
        i -= 1
    if by_words:
        while end < s.length and str_char(s, end - 1) != 32:
            end += 1
    return end


cdef int map_text(VM* vm, Str* s, const char* name, Value* out) except -2:
    cdef str method = name.decode()
    cdef bint by_words = method != 'upper' and method != 'casefold'
    cdef int64_t start = 0
    cdef int64_t end
    cdef Writer writer
    if s.length <= PIECE:
        return borrow_text(vm, getattr(str_to_host(s), method)(), out)
    writer_init(&writer, vm)
    try:
        while start < s.length:
            end = piece_end(s, start, by_words)
            if (write_text(&writer, getattr(part_to_host(s, start, end), method)()) != OK
                    or poll(vm, 2 * (end - start)) != OK):
                writer_discard(&writer)
                return ERROR
            start = end
            if method == 'capitalize':
                method = 'lower'
    except BaseException:
        writer_discard(&writer)
        raise
    return writer_finish(&writer, out)


cdef int borrow_str_method(VM* vm, Str* s, const char* name, Value* out) noexcept nogil:
    if heap_reserve(vm, <size_t>s.length * s.kind) != OK:
        return ERROR
    with gil:
        try:
            return map_text(vm, s, name, out)
        except BaseException as exception:
            return borrow_error(vm, exception)


cdef int borrow_str_predicate(VM* vm, Str* s, const char* name, bint* out) noexcept nogil:
    if poll(vm, s.length) != OK or heap_reserve(vm, <size_t>s.length * 4) != OK:
        return ERROR
    with gil:
        try:
            out[0] = getattr(str_to_host(s), name.decode())()
            return OK
        except BaseException as exception:
            return borrow_error(vm, exception)


# --- codecs ----------------------------------------------------------------------------------------------------------

# The CodecInfo of an encoding that a program may use; LookupError or ValueError as CPython words it.
cdef object find_codec(str encoding):
    cdef str name
    if '\0' in encoding:
        raise ValueError('embedded null character')
    if encoding.isascii():
        name = normalize_encoding(encoding).lower()
        name = aliases.get(name) or aliases.get(name.replace('.', '_')) or name
        if name in TEXT_CODECS:
            return codecs.lookup(name)
        if name in BYTES_CODECS:
            raise LookupError(f"'{encoding}' is not a text encoding; use codecs.encode() to handle arbitrary codecs")
    raise LookupError(f'unknown encoding: {encoding}')


# For an escape sequence that means nothing CPython keeps both characters and warns. The host's warnings are no place for
# what a program does: such a backslash is escaped before.
cdef bytes without_unknown_escapes(const uint8_t* data, int64_t length):
    cdef int64_t unknown = 0
    cdef int64_t i = 0
    cdef bytes result
    cdef char* to
    while i + 1 < length:
        if data[i] == c'\\':
            unknown += not is_escape(data[i + 1])
            i += 1
        i += 1
    result = PyBytes_FromStringAndSize(NULL, length + unknown)
    to = PyBytes_AS_STRING(result)
    i = 0
    while i < length:
        to[0] = <char>data[i]
        to += 1
        if data[i] == c'\\' and i + 1 < length:
            if not is_escape(data[i + 1]):
                to[0] = c'\\'
                to += 1
            i += 1
            to[0] = <char>data[i]
            to += 1
        i += 1
    return result


cdef inline bint is_escape(uint8_t c) noexcept nogil:
    return memchr(b"\n\\'\"abfnrtv01234567xNuU", c, 23) != NULL


cdef str handler_name(Str* errors):
    cdef str name = 'strict' if errors == NULL else str_to_host(errors)
    if '\0' in name:
        raise ValueError('embedded null character')
    return name


# The pieces as one bytes value.
cdef int join_bytes(VM* vm, list pieces, int64_t length, Value* out) except -2:
    cdef Bytes* result
    cdef uint8_t* position
    cdef bytes piece
    result = bytes_new(vm, length)
    if result == NULL:
        return ERROR
    position = bytes_data(result)
    for piece in pieces:
        memcpy(position, PyBytes_AS_STRING(piece), PyBytes_GET_SIZE(piece))
        position += PyBytes_GET_SIZE(piece)
        if poll(vm, PIECE // 16) != OK:
            heap_free(vm, &result.head)
            return ERROR
    out[0] = value_block(&result.head)
    return OK


cdef int encode_pieces(VM* vm, Str* s, str encoding, str errors, Value* out) except -2:
    cdef int64_t start = 0
    cdef int64_t stop
    cdef int64_t total = 0
    cdef bytes piece
    cdef bint known = errors in HANDLERS
    cdef str handler = errors if known else 'strict'
    codec = find_codec(encoding)
    pieces = []
    encoder = codec.incrementalencoder(handler) if s.length > PIECE else None
    try:
        if encoder is None:
            piece = codec.encode(str_to_host(s), handler)[0]
            pieces.append(piece)
            total = len(piece)
        while encoder is not None and start < s.length:
            stop = start + PIECE if s.length - start > PIECE else s.length
            piece = encoder.encode(part_to_host(s, start, stop), stop == s.length)
            pieces.append(piece)
            total += len(piece)
            if poll(vm, PIECE * 4) != OK or heap_reserve(vm, <size_t>total) != OK:
                return ERROR
            start = stop
    except UnicodeError as exception:
        if not known:
            raise LookupError(f"unknown error handler name '{errors}'")
        if encoder is not None and isinstance(exception, UnicodeEncodeError):
            exception = whole_encode_error(codec, s, start + exception.start, exception, handler)
        raise exception
    return join_bytes(vm, pieces, total, out)


# The error for the whole text of one found in a piece: the run of characters that cannot be encoded may go on in the
# next pieces.
cdef object whole_encode_error(object codec, Str* s, int64_t start, object exception, str handler):
    cdef str text = str_to_host(s)
    cdef int64_t window = PIECE
    while True:
        try:
            codec.encode(text[start:start + window], handler)
        except UnicodeEncodeError as again:
            if again.end == window and start + window < s.length:
                window *= 4
                continue
            return UnicodeEncodeError(again.encoding, text, start + again.start, start + again.end, again.reason)
        except UnicodeError:
            pass
        return UnicodeEncodeError(exception.encoding, text, start, start + 1, exception.reason)


cdef int borrow_encode(VM* vm, Str* s, Str* encoding, Str* errors, Value* out) noexcept nogil:
    if poll(vm, s.length >> 2) != OK or heap_reserve(vm, s.length) != OK:
        return ERROR
    with gil:
        try:
            return encode_pieces(vm, s, 'utf-8' if encoding == NULL else str_to_host(encoding),
                                 handler_name(errors), out)
        except BaseException as exception:
            return borrow_error(vm, exception)


cdef int decode_pieces(VM* vm, const uint8_t* data, int64_t length, str encoding, str errors, Value* out) except -2:
    cdef int64_t start = 0
    cdef int64_t pending = 0
    cdef int64_t size
    cdef bytes piece
    cdef bytes prepared         # keeps the bytes alive that `data` points to then
    cdef bint known = errors in HANDLERS
    cdef str handler = errors if known else 'strict'
    cdef Writer writer
    codec = find_codec(encoding)
    if codec.name == 'unicode-escape':
        prepared = without_unknown_escapes(data, length)
        data = <const uint8_t*>PyBytes_AS_STRING(prepared)
        length = PyBytes_GET_SIZE(prepared)
    # Without a byte order mark the incremental decoders of these two refuse what the codec itself accepts.
    if length <= PIECE or codec.name in ('utf-16', 'utf-32'):
        try:
            return borrow_text(vm, codec.decode(PyBytes_FromStringAndSize(<char*>data, length), handler)[0], out)
        except UnicodeError:
            if known:
                raise
            raise LookupError(f"unknown error handler name '{errors}'")
    decoder = codec.incrementaldecoder(handler)
    writer_init(&writer, vm)
    try:
        while start < length:
            pending = len(decoder.getstate()[0])
            size = PIECE if length - start > PIECE else length - start
            piece = PyBytes_FromStringAndSize(<char*>data + start, size)
            if write_text(&writer, decoder.decode(piece, start + size >= length)) != OK or poll(vm, PIECE * 4) != OK:
                writer_discard(&writer)
                return ERROR
            start += size
    except UnicodeError as exception:
        writer_discard(&writer)
        if not known:
            raise LookupError(f"unknown error handler name '{errors}'")
        if isinstance(exception, UnicodeDecodeError):
            start -= pending
            exception = UnicodeDecodeError(
                exception.encoding, PyBytes_FromStringAndSize(<char*>data, length),
                start + exception.start, start + exception.end, exception.reason)
        raise exception
    except BaseException:
        writer_discard(&writer)
        raise
    return writer_finish(&writer, out)


cdef int borrow_decode(VM* vm, const uint8_t* data, int64_t length, Str* encoding, Str* errors,
                       Value* out) noexcept nogil:
    if poll(vm, length >> 2) != OK or heap_reserve(vm, <size_t>length) != OK:
        return ERROR
    with gil:
        try:
            return decode_pieces(vm, data, length, 'utf-8' if encoding == NULL else str_to_host(encoding),
                                 handler_name(errors), out)
        except BaseException as exception:
            return borrow_error(vm, exception)
