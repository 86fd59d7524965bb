def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error, error.args)


d = {1: 2}


def delete(key):
    del d[key]


attempt(lambda: d['a'])
attempt(lambda: d[(1, 2)])
attempt(lambda: d[None])
attempt(lambda: delete('a'))
attempt(lambda: d.pop('b'))
attempt(lambda: {}.popitem())
attempt(lambda: d[[]])
attempt(lambda: d.get({}))
attempt(lambda: [] in d)
attempt(lambda: d.setdefault(set(), 1))
attempt(lambda: d.pop([], None))
attempt(lambda: delete(bytearray()))
attempt(lambda: d.get())
attempt(lambda: d.pop())
print(d)
