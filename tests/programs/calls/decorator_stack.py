def tag(name):
    print('make', name)
    def decorate(f):
        print('apply', name)
        def wrapper(*args):
            return f'<{name}>{f(*args)}</{name}>'
        return wrapper
    return decorate
@tag('a')
@tag('b')
def text(s):
    return s
print(text('x'))
registry = {}
def register(f):
    registry[f.__name__] = f
    return f
@register
def one():
    return 1
@register
def two():
    return 2
print(sorted(registry), [f() for f in registry.values()])
@(lambda f: 'replaced')
def gone():
    pass
print(gone)
@[tag][0]('c')
def h():
    return 'h'
print(h())
try:
    @5
    def bad():
        pass
except TypeError as error:
    print(error)
