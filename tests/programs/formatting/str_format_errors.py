# What goes wrong with str.format.
def attempt(template, *args, **names):
    try:
        print(repr(template.format(*args, **names)))
    except Exception as error:
        print(repr(template), type(error).__name__, error)


for template in ['{}{}', '{1}', '{a}', '{', '}', '{0', '{0!}', '{0!x}', '{0!rx}', '{0.}', '{0[}', '{0[]}', '{0[a]b}', '{0.foo}',
                 '{0[0]}', '{0}{}', '{}{0}', '{:{}}', '{:{:{}}}', '{ 0}', '{-1}', '{99999999999999999999}', '{:}}', '{:{{}',
                 '{!', '{!r', '{a{b}}', '{:d}', '{0:x}', '{!\u20ac}']:
    attempt(template, 1.5)
attempt('{a[x]}', a=[1])
attempt('{a[5]}', a=[1])
attempt('{a[b]}', a={})
for template, mapping in [('{}', {}), ('{0}', {}), ('{a}', {}), ('{a}', 5), ('{a}', [1])]:
    try:
        print(template.format_map(mapping))
    except Exception as error:
        print(repr(template), type(error).__name__, error)
