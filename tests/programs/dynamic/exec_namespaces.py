namespace = {}
exec('x = 1\ndef f(a):\n    return a + x\ny = [f(i) for i in range(3)]', namespace)
print(namespace['x'], namespace['y'], namespace['f'](10), namespace['f'].__name__, namespace['f'].__qualname__)
namespace['x'] = 100
print(namespace['f'](1))
exec('x += 1; del y', namespace)
print(namespace['x'], 'y' in namespace, '__builtins__' in namespace)
outer, inner = {'a': 1, 'b': 2}, {'b': 3}
exec('c = a + b; a = 5', outer, inner)
print(sorted(inner.items()), outer['a'])
print(eval('a + b', outer, inner), eval(' 1 + 1 '), eval('len([1, 2])', {}), eval('[x * 2 for x in range(3)]', {}))
z = 7
exec('z = z + 1\nw = z * 2')
print(z, w, globals()['z'], 'nothing' in globals(), globals()['__name__'])
globals()['made'] = 'made up'
print(made)


def function(a, b=2):
    c = a + b
    print(sorted(locals().items()), eval('a * c'), eval('z'))
    exec('d = a')
    return lambda: (a, sorted(locals()))


print(function(1)())
for text in ('missing', 'missing.x', 'del missing', 'missing += 1'):
    try:
        exec(text, {})
    except NameError as error:
        print(error)
try:
    eval('x', {'__builtins__': {}})
except NameError as error:
    print(error)
print(eval('x', {'__builtins__': {'x': 5}}))
exec('''
import math
from math import floor as down
for i in range(3):
    pass
else:
    last = i
try:
    1 / 0
except ZeroDivisionError as error:
    kept = str(error)
if (n := 10) > 5:
    big = n
a, (b, *rest) = 1, (2, 3, 4)
total = sum(i for i in rest)
def counter():
    global count
    count += 1
    return count
count = 0
counter(); counter()
''', namespace)
print([namespace[name] for name in 'last kept n big a b rest total count'.split()], 'error' in namespace,
      namespace['down'](2.5), namespace['math'].pi > 3)
