def attempt(loop):
    try:
        loop()
    except RuntimeError as error:
        print(error)


def grow():
    d = {1: 1, 2: 2}
    for key in d:
        d[key + 10] = 0


def shrink():
    d = {1: 1, 2: 2}
    for key in d:
        del d[key]


def replace():
    d = {1: 1}
    for key in d:
        del d[key]
        d[key + 1] = 0
        print(key, end=' ')


def values_may_change():
    d = {1: 1, 2: 2}
    for key, value in d.items():
        d[key] = value * 10
    print(d)


def again():
    d = {1: 1, 2: 2}
    iterator = iter(d)
    d[3] = 3
    for _ in range(2):
        attempt(lambda: next(iterator))
    del d[3]
    attempt(lambda: next(iterator))


def backwards():
    d = {1: 1, 2: 2}
    for key in reversed(d):
        d[key + 10] = 0


def cleared():
    d = {1: 1, 2: 2}
    for key in d.values():
        d.clear()


for loop in (grow, shrink, replace, values_may_change, again, backwards, cleared):
    attempt(loop)
