"""The module json: texts in the JavaScript Object Notation.

loads, dumps and JSONDecodeError are native. What most programs do without, the classes JSONDecoder and JSONEncoder and
the functions for files, is in modules of their own that are imported when one of them is asked for.
"""

__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']

_LATER = ('JSONDecoder', 'JSONEncoder', 'decoder', 'detect_encoding', 'dump', 'encoder', 'load', 'scanner')


def __getattr__(name):
    if name not in _LATER:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    global JSONDecoder, JSONEncoder, decoder, detect_encoding, dump, encoder, load, scanner
    from json.decoder import JSONDecoder, detect_encoding, load
    from json.encoder import JSONEncoder, dump
    import json.decoder as decoder
    import json.encoder as encoder
    import json.scanner as scanner
    return {'JSONDecoder': JSONDecoder, 'JSONEncoder': JSONEncoder, 'decoder': decoder, 'detect_encoding': detect_encoding,
            'dump': dump, 'encoder': encoder, 'load': load, 'scanner': scanner}[name]
