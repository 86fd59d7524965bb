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
    if file is not None and not _is_standard_stream(file):
        raise TypeError('print() writes to sys.stdout or sys.stderr only: this sandbox has no other files')
    texts = []
    for arg in args:
        texts.append(str(arg))
    _write_output(sep.join(texts) + end)


def _is_standard_stream(file):
    return False


def hash_slow(obj):
    if isinstance(obj, tuple):
        return tuple_hash(obj)
    return hash(obj)
