def counter():
    count = 0
    def step(by=1):
        nonlocal count
        count += by
        return count
    def read():
        return count
    return step, read
step, read = counter()
step(); step(5)
print(read(), counter()[1]())
def deep():
    x = 1
    def middle():
        def inner():
            nonlocal x
            x += 1
            return x
        return inner
    return middle()
inner = deep()
print(inner(), inner(), deep()())
