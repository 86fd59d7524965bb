# What goes wrong with %.
def attempt(text, values):
    try:
        print(repr(text % values))
    except Exception as error:
        print(repr(text), type(error).__name__, error)


for text, values in [
    ('%s %s', 1), ('%s', (1, 2)), ('abc', 1), ('abc', {}), ('abc', [1]), ('%d', 'x'), ('%x', 1.5), ('%c', 'ab'), ('%c', -1),
    ('%f', 'a'), ('%d', None), ('%y', 1), ('%\u20ac', 1), ('%', 1), ('%5', 1), ('%(a', {}), ('%(a)s', 1), ('%(a)s', {}),
    ('%*d', ('a', 1)), ('%*d', (1,)), ('%99999999999999999999d', 1), ('%.9999999999d', 1), ('%i', float('nan')),
    ('%d', float('inf')), ('%e', 10 ** 400), ('%(a)s %s', {'a': 1}), ('%s %(a)s', {'a': 1}), ('%5%', (1,)), ('%hhd', 1),
    ('%(a)%', {'a': 1}), ('%c', 1.5), ('%.*d', (2 ** 31, 1)),
]:
    attempt(text, values)
