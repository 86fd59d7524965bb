# Format specifications inside f-strings, nested ones too.
width, precision, value, name = 10, 3, 3.14159265, 'monty'
print(f'{value:{width}.{precision}}|{value:<{width}.{precision}f}|{name:>{width}}|{name!r:^{width}}|')
print(f'{value:.2f} {width:05d} {width:#x} {width:,} {10**6:,} {0.25:.0%}')
print(f'{name:{"*^9"}} {name!s:.2} {name!a} {width=} {value=:.2f} {name = !r}')
print(f'{ {"a": 1}["a"]:>3} {[1, 2]!s:>8} {None} {True:d} {1+2j:.1f}')
print(f'{"x":{"<"}{3}}|', f'{{{width}}}', f'{width!r:>{width}}')
for spec in ['d', 's', '.2', 'q']:
    try:
        print(f'{value:{spec}}')
    except ValueError as error:
        print(spec, error)
try:
    print(f'{[1]:5}')
except TypeError as error:
    print(error)
