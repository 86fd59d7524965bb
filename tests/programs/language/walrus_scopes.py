total = 0
def f():
    global total
    [total := total + i for i in range(4)]
f()
print(total)
def g():
    seen = None
    def inner():
        nonlocal seen
        return [seen := x for x in 'abc']
    inner()
    return seen
print(g())
print([[inner := j for j in range(i)] for i in range(3)], inner)
