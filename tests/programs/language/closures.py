def adders():
    return [lambda x: x + i for i in range(3)]
print([f(10) for f in adders()])
def fixed():
    return [lambda x, i=i: x + i for i in range(3)]
print([f(10) for f in fixed()])
def make(n):
    def inner():
        return n
    n += 1
    return inner
print(make(1)(), make(5)())
def shared():
    value = []
    def add(x):
        value.append(x)
    def get():
        return value
    return add, get
add, get = shared()
add(1); add(2)
print(get())
def parameter(a, *b, c=0, **d):
    return lambda: (a, b, c, d)
print(parameter(1, 2, c=3, e=4)())
def levels():
    a = 1
    def one():
        b = 2
        def two():
            c = 3
            def three():
                return a, b, c
            return three
        return two
    return one()()()
print(levels())
