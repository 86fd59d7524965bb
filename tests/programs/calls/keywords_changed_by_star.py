# What ** gives is taken before an only * is iterated: code that runs then cannot change it.
def show(*args, **kwargs):
    print(args, kwargs)


options = {'a': 1}


class Changing:
    def __iter__(self):
        options['b'] = 2
        yield 'item'
        options.clear()


def changing():
    options['c'] = 3
    yield 'generated'
    del options['c']


show(*Changing(), **options)
print(options)
options['d'] = 4
show(*changing(), **options)
print(options)


# Neither is what the function gets the caller's own.
def change(*args, **kwargs):
    kwargs['new'] = True
    return args, kwargs


given = ([1], 2)
args, kwargs = change(*given, **options)
print(args is not None, args == given, kwargs, options)
numbers = [1, 2, 3]
args, kwargs = change(*numbers)
numbers.append(4)
print(args, kwargs)

# Errors leave nothing behind for the next call in the same registers.
for values in ([1], 5, (2,), 'ab', {3}):
    try:
        show(*values, **options)
    except TypeError as error:
        print(error)
for mapping in ({'x': 1}, [1], {'y': 2}, {1: 2}, None):
    try:
        show(*numbers, **mapping)
    except TypeError as error:
        print(error)
    try:
        show(**mapping)
    except TypeError as error:
        print(error)


class Mapping:
    def keys(self):
        return ['p', 'q']

    def __getitem__(self, key):
        return key * 2


show(**Mapping())
show(*iter('xy'), **Mapping())


class Own(dict):
    pass


show(**Own(a=1))
show(*range(3), **Own(a=1))
