# What is wrong with a specification, in CPython's words.
for value, spec in [
    (1, 's'), (1, '.2'), (1, '.2d'), (1, 'z'), (1, '+c'), (1, '#c'), (1, ',c'), (-1, 'c'), (0x110000, 'c'), (1, ',_'), (1, ',x'),
    (1, ',n'), (1, 'dd'), (1, '5.'), (1, '\u20ac'), (1, '9' * 25), (1, '.' + '9' * 25), (1.5, 'd'), (1.5, 's'),
    (1.5, '.3000000000f'), ('a', 'd'), ('a', '+'), ('a', ' '), ('a', '='), ('a', '#'), ('a', ','), ('a', 'z'),
    (1j, '05'), (1j, '='), (1j, 'd'), ([], '5'), (None, 'd'), ({}, ' '), (b'', 's'), (10 ** 400, 'f'), (True, 's'),
]:
    try:
        print(format(value, spec))
    except Exception as error:
        print(repr(value)[:20], spec[:10], type(error).__name__, error)
try:
    format(1, 5)
except TypeError as error:
    print(error)
