"""Builtin functions about any object, where they meet objects written in Python."""


def print_slow(*args, sep=' ', end='\n', file=None, flush=False):
    if sep is None:
        sep = ' '
    elif not isinstance(sep, str):
        raise TypeError(f'sep must be None or a string, not {type(sep).__name__}')
    if end is None:
        end = '\n'
    elif not isinstance(end, str):
        raise TypeError(f'end must be None or a string, not {type(end).__name__}')
    if file is not None and not _stream_number(file):
        print_to_object(args, sep, end, file, flush)
        return
    write = _write_error_output if file is not None and _stream_number(file) == 2 else _write_output
    texts = []
    try:
        for arg in args:
            texts.append(str(arg))
    except:
        # What stands before the one that has no text was printed.
        if texts:
            write(sep.join(texts) + sep)
        raise
    write(sep.join(texts) + end)


def print_to_object(args, sep, end, file, flush):
    """Any object with a method `write` is a file; it is asked for that method each time."""
    flush = bool(flush)
    separated = False
    for arg in args:
        if separated:
            file.write(sep)
        write = file.write
        write(str(arg))
        separated = True
    file.write(end)
    if flush:
        file.flush()


def hash_slow(obj):
    if type(obj) is tuple:
        return tuple_hash(obj)
    return special_hash(obj)


def next_slow(iterator, *default):
    method = _special(iterator, '__next__')
    if _is_missing(method):
        raise TypeError(f"'{type(iterator).__name__}' object is not an iterator")
    if not default:
        return method()
    try:
        return method()
    except StopIteration:
        return default[0]


def ascii_slow(obj):
    return ascii_text(repr(obj))


def ascii_text(text):
    return _ascii_text(text)


def dir(*object):
    if len(object) > 1:
        raise TypeError(f'dir expected at most 1 argument, got {len(object)}')
    if object:
        return sorted(_special(object[0], '__dir__')())
    bound = _names_bound()
    return sorted(_caller_locals() if bound is None else bound)
