for text in ['', 'a', 'ab', '\u1234', '-12', '+', '--1', '\xe9']:
    for width in (-1, 0, 1, 2, 5, 6, True):
        print(ascii([text.center(width), text.ljust(width), text.rjust(width), text.zfill(width), text.center(width, '*'), text.ljust(width, '\u1234'), text.rjust(width, '\xe9')]))
for attempt in (lambda: 'a'.center('x'), lambda: 'a'.ljust(5, ''), lambda: 'a'.rjust(5, 'xx'), lambda: 'a'.center(5, 1), lambda: 'a'.zfill(None),
                lambda: 'a'.ljust(2.0), lambda: 'a'.center(10**30), lambda: 'a'.zfill(-10**30)):
    try:
        print(attempt())
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
