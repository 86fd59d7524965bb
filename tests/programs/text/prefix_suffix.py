text = 'report-2024.txt'
print(text.startswith('report'), text.startswith(('x', 'rep')), text.startswith(()), text.startswith(''))
print(text.endswith('.txt'), text.endswith(('.md', 't')), text.endswith('txt', 0, -1), text.endswith('tx', 0, -1))
print(text.startswith('port', 2), text.startswith('port', 2, 4), text.startswith('', 15), text.startswith('', 16))
print(text.removeprefix('report-'), text.removesuffix('.txt'), text.removeprefix('x'), text.removesuffix(''), text.removesuffix(text) == '')
print('\u1234x'.startswith('\u1234'), 'x'.startswith('\u1234'), 'ab'.endswith('abc'))
for attempt in (lambda: text.startswith(1), lambda: text.endswith([]), lambda: text.startswith(('x', 1)),
                lambda: text.startswith(('r', 1)), lambda: text.removeprefix(None), lambda: text.removesuffix(3)):
    try:
        print(attempt())
    except TypeError as error:
        print('TypeError', error)
