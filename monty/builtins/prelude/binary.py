"""What bytes and bytearray do with objects written in Python: numbers with __index__, iterables, __bytes__."""


def byte_of(value, message='byte must be in range(0, 256)'):
    value = as_index(value)
    if not 0 <= value < 256:
        raise ValueError(message)
    return value


def byte_part(value):
    if isinstance(value, (bytes, bytearray)) or not hasattr(type(value), '__index__'):
        return value
    return byte_of(value)


def bytes_collect(source, name, message):
    try:
        iterator = iter(source)
    except TypeError:
        raise TypeError(f"cannot convert '{type(source).__name__}' object to {name}") from None
    collected = bytearray()
    for item in iterator:
        collected.append(byte_of(item, message))
    return collected


def bytes_new(cls, source=b'', encoding=None, errors=None):
    method = getattr(type(source), '__bytes__', None)
    if method is not None:
        result = method(source)
        if not isinstance(result, bytes):
            raise TypeError(f'__bytes__ returned non-bytes (type {type(result).__name__})')
        return result
    if isinstance(source, str):
        raise TypeError('string argument without an encoding')
    if hasattr(type(source), '__index__'):
        return bytes(as_index(source))
    return bytes(bytes_collect(source, 'bytes', 'bytes must be in range(0, 256)'))


def bytearray_new(cls, source=b'', encoding=None, errors=None):
    if hasattr(type(source), '__index__'):
        return bytearray(as_index(source))
    return bytes_collect(source, 'bytearray', 'byte must be in range(0, 256)')


def bytes_get_item(self, key):
    return self[as_subscript(key, 'bytearray' if isinstance(self, bytearray) else 'byte')]


def bytes_contains(container, item):
    if not hasattr(type(item), '__index__'):
        raise TypeError(f"a bytes-like object is required, not '{type(item).__name__}'")
    return byte_of(item) in container


def bytes_multiply(a, b):
    if isinstance(b, (bytes, bytearray)):
        a, b = b, a
    if not hasattr(type(b), '__index__'):
        raise TypeError(f"can't multiply sequence by non-int of type '{type(b).__name__}'")
    return a * as_index(b)


# --- methods ---------------------------------------------------------------------------------------------------------

def bytes_find(self, sub, start=None, end=None, /):
    return self.find(byte_part(sub), slice_bound(start), slice_bound(end))


def bytes_rfind(self, sub, start=None, end=None, /):
    return self.rfind(byte_part(sub), slice_bound(start), slice_bound(end))


def bytes_index(self, sub, start=None, end=None, /):
    return self.index(byte_part(sub), slice_bound(start), slice_bound(end))


def bytes_rindex(self, sub, start=None, end=None, /):
    return self.rindex(byte_part(sub), slice_bound(start), slice_bound(end))


def bytes_count(self, sub, start=None, end=None, /):
    return self.count(byte_part(sub), slice_bound(start), slice_bound(end))


def bytes_startswith(self, prefix, start=None, end=None, /):
    return self.startswith(prefix, slice_bound(start), slice_bound(end))


def bytes_endswith(self, suffix, start=None, end=None, /):
    return self.endswith(suffix, slice_bound(start), slice_bound(end))


def bytes_replace(self, old, new, count=-1, /):
    return self.replace(old, new, as_index(count))


def bytes_join(self, iterable_of_bytes, /):
    try:
        iterator = iter(iterable_of_bytes)
    except TypeError:
        raise TypeError('can only join an iterable') from None
    return self.join([*iterator])


def bytes_hex(self, sep=':', bytes_per_sep=1):
    return self.hex(sep, as_index(bytes_per_sep))


def bytes_split(self, /, sep=None, maxsplit=-1):
    return self.split(sep, as_index(maxsplit))


def bytes_rsplit(self, /, sep=None, maxsplit=-1):
    return self.rsplit(sep, as_index(maxsplit))


def bytes_splitlines(self, /, keepends=False):
    return self.splitlines(True if keepends else False)


def bytes_center(self, width, fillbyte=b' ', /):
    return self.center(as_index(width), fillbyte)


def bytes_ljust(self, width, fillbyte=b' ', /):
    return self.ljust(as_index(width), fillbyte)


def bytes_rjust(self, width, fillbyte=b' ', /):
    return self.rjust(as_index(width), fillbyte)


def bytes_zfill(self, width, /):
    return self.zfill(as_index(width))


def bytes_expandtabs(self, /, tabsize=8):
    return self.expandtabs(as_index(tabsize))


# --- bytearray -------------------------------------------------------------------------------------------------------

def bytearray_set_item(self, key, value):
    key = as_subscript(key, 'bytearray')
    if isinstance(key, slice):
        if not isinstance(value, (bytes, bytearray)):
            value = bytes_collect(value, 'bytearray', 'byte must be in range(0, 256)')
        self[key] = value
    else:
        self[key] = byte_of(value)


def bytearray_delete_item(self, key):
    del self[as_subscript(key, 'bytearray')]


def bytearray_multiply_inplace(self, times):
    if not hasattr(type(times), '__index__'):
        raise TypeError(f"can't multiply sequence by non-int of type '{type(times).__name__}'")
    self *= as_index(times)
    return self


def bytearray_append(self, item, /):
    self.append(byte_of(item))


def bytearray_extend(self, iterable_of_ints, /):
    try:
        iterator = iter(iterable_of_ints)
    except TypeError:
        raise TypeError(f"can't extend bytearray with {type(iterable_of_ints).__name__}") from None
    collected = bytearray()
    for item in iterator:
        collected.append(byte_of(item))
    self.extend(collected)


def bytearray_insert(self, index, item, /):
    self.insert(as_index(index), byte_of(item))


def bytearray_pop(self, index=-1, /):
    return self.pop(as_index(index))


def bytearray_remove(self, value, /):
    self.remove(byte_of(value))


# --- memoryview ------------------------------------------------------------------------------------------------------

def memoryview_get_item(self, key):
    return self[as_subscript(key, 'memoryview')]


def memoryview_set_item(self, key, value):
    key = as_subscript(key, 'memoryview')
    if not isinstance(key, slice) and not isinstance(value, (int, bytes)):
        value = as_index(value)
    self[key] = value


def memoryview_hex(self, /, sep=None, bytes_per_sep=1):
    if sep is None:
        return self.tobytes().hex()
    return self.tobytes().hex(sep, bytes_per_sep)


# Called with a subclass: with the class bytes or bytearray the native does it.
def bytes_fromhex(cls, string, /):
    return cls(bytes.fromhex(string))


def bytearray_fromhex(cls, string, /):
    return cls(bytearray.fromhex(string))
