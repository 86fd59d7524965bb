"""The module json.scanner: what a decoder reads one value with."""

from json.decoder import JSONDecodeError

__all__ = ['make_scanner']


def make_scanner(context):
    """Return a function of a text and a place that reads the value there as the decoder `context` does.

    It raises StopIteration where no value begins.
    """
    context.strict, context.object_hook, context.object_pairs_hook
    context.parse_float, context.parse_int, context.parse_constant

    def scan_once(string, idx):
        if idx < 0:
            raise ValueError('idx cannot be negative')
        try:
            return context.raw_decode(string, idx)
        except JSONDecodeError as error:
            if error.msg == 'Expecting value' and error.pos == idx:
                raise StopIteration(idx) from None
            raise

    return scan_once


py_make_scanner = c_make_scanner = make_scanner
