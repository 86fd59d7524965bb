print(getattr('a', 'upper')(), getattr('a', 'missing', 'default'), hasattr('a', 'upper'), hasattr([], 'missing'), getattr(5, 'real'), getattr(2j, 'imag'), getattr({}, 'get')(1, 2), hasattr(1, '__add__'))
for action in (lambda: getattr('a', 'missing'), lambda: getattr('a'), lambda: getattr('a', 5), lambda: hasattr('a', 5), lambda: setattr('a', 'x', 1), lambda: delattr([], 'append'), lambda: getattr(1, 'a', 2, 3)):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__)
def f(): pass
setattr(f, 'x', 5)
print(f.x, getattr(f, 'x'))
delattr(f, 'x')
print(hasattr(f, 'x'))
print('append' in dir([]), 'upper' in dir(''), sorted(dir(5)) == dir(5), 'keys' in dir({}))
