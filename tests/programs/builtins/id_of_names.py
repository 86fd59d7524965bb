print([f.__name__ for f in (abs, len, print, sorted, isinstance)], [t.__name__ for t in (int, str, map, zip, enumerate, range, object)])
print(repr(abs), repr(int), repr(ValueError), repr('a'.upper)[:30], [].append.__name__)
print(len.__doc__ is None or isinstance(len.__doc__, str))
