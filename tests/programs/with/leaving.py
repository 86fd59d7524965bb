class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, *details):
        print('exit', self.name, details[:2])


def returning(x):
    with Manager('outer'):
        for i in range(5):
            with Manager(i):
                if i == 1:
                    continue
                if i == x:
                    return i
                if i == 3:
                    break
        return 'end'


print(returning(2))
print(returning(9))


def overridden():
    try:
        with Manager('in try'):
            return 'value'
    finally:
        print('finally')


print(overridden())


def generating():
    with Manager('generator'):
        yield 1
        yield 2


for item in generating():
    print(item)
    break
print(list(generating()))
