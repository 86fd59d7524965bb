"""What str does with objects written in Python: iterables to join, tables to translate with, numbers with __index__."""


def _text_index(value):
    return range(value).stop


def _text_bound(value):
    return None if value is None else range(value).stop


def str_new(cls, object='', encoding='utf-8', errors='strict'):
    return _str(object)


def chr_index(i):
    return chr(range(i).stop)


def str_get_item(self, key):
    if isinstance(key, slice):
        return self[slice(_text_bound(key.start), _text_bound(key.stop), _text_bound(key.step))]
    if not hasattr(type(key), '__index__'):
        raise TypeError(f"string indices must be integers, not '{type(key).__name__}'")
    return self[range(key).stop]


def str_multiply(a, b):
    if isinstance(b, str):
        a, b = b, a
    if not hasattr(type(b), '__index__'):
        raise TypeError(f"can't multiply sequence by non-int of type '{type(b).__name__}'")
    return a * range(b).stop


def str_join(self, iterable):
    try:
        iterator = iter(iterable)
    except TypeError:
        raise TypeError('can only join an iterable') from None
    return self.join([*iterator])


def str_translate(self, table):
    pieces = []
    for character in self:
        try:
            translation = table[ord(character)]
        except LookupError:
            pieces.append(character)
            continue
        if translation is None:
            continue
        if isinstance(translation, str):
            pieces.append(translation)
        elif isinstance(translation, int):
            if not 0 <= translation < 0x110000:
                raise ValueError('character mapping must be in range(0x110000)')
            pieces.append(chr(translation))
        else:
            raise TypeError('character mapping must return integer, None or str')
    return ''.join(pieces)


def str_find(self, sub, start=None, end=None):
    return self.find(sub, _text_search_bound(start), _text_search_bound(end))


def str_rfind(self, sub, start=None, end=None):
    return self.rfind(sub, _text_search_bound(start), _text_search_bound(end))


def str_index(self, sub, start=None, end=None):
    return self.index(sub, _text_search_bound(start), _text_search_bound(end))


def str_rindex(self, sub, start=None, end=None):
    return self.rindex(sub, _text_search_bound(start), _text_search_bound(end))


def str_count(self, sub, start=None, end=None):
    return self.count(sub, _text_search_bound(start), _text_search_bound(end))


def str_startswith(self, prefix, start=None, end=None):
    return self.startswith(prefix, _text_search_bound(start), _text_search_bound(end))


def str_endswith(self, suffix, start=None, end=None):
    return self.endswith(suffix, _text_search_bound(start), _text_search_bound(end))


def _text_search_bound(value):
    if value is None or hasattr(type(value), '__index__'):
        return _text_bound(value)
    raise TypeError('slice indices must be integers or None or have an __index__ method')


def str_replace(self, old, new, count=-1):
    return self.replace(old, new, _text_index(count))


def str_split(self, sep=None, maxsplit=-1):
    return self.split(sep, _text_index(maxsplit))


def str_rsplit(self, sep=None, maxsplit=-1):
    return self.rsplit(sep, _text_index(maxsplit))


def str_splitlines(self, keepends=False):
    return self.splitlines(_text_index(keepends))


def str_center(self, width, fillchar=' '):
    return self.center(_text_index(width), fillchar)


def str_ljust(self, width, fillchar=' '):
    return self.ljust(_text_index(width), fillchar)


def str_rjust(self, width, fillchar=' '):
    return self.rjust(_text_index(width), fillchar)


def str_zfill(self, width):
    return self.zfill(_text_index(width))


def str_expandtabs(self, tabsize=8):
    return self.expandtabs(_text_index(tabsize))
