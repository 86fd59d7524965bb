def apply(f, *args):
    return f(*args)
def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return run
print(apply(len, 'abc'), apply(str.upper, 'a'), apply(lambda a, b: a * b, 3, 4), compose(str, abs, int)('-5'))
table = {'add': lambda a, b: a + b, 'mul': lambda a, b: a * b}
print({name: op(3, 4) for name, op in table.items()})
up = 'abc'.upper
l = []
push = l.append
push(1); push(2)
print(up(), l, [].append is [].append, len is len)
def f(): pass
g = f
print(f is g, f == g, {f: 1}[g])
