class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print('enter', self.name)
        return self.name

    def __exit__(self, kind, error, traceback):
        print('exit', self.name, kind and kind.__name__, error, traceback is None)
        return self.swallow


with Manager('a') as a:
    print(a)
with Manager('a') as a, Manager('b') as b:
    print(a, b)
with (Manager('a'), Manager('b') as b):
    print(b)
with Manager('a', True):
    raise ValueError('v')
try:
    with Manager('outer'), Manager('inner'):
        raise KeyError('k')
except KeyError as error:
    print(repr(error))
with Manager((1, (2, 3))) as (x, (y, z)):
    print(x, y, z)
with Manager('swallows', True), Manager('lets through'):
    1 / 0
print('end')
