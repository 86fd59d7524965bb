def inner(value):
    return 10 / value

def middle(value):
    result = inner(value - 1)
    return result

def outer():
    for i in (3, 2, 1):
        middle(i)

outer()
