def nothing():
    return
def implicit(x):
    if x:
        return x
def many():
    return 1, 2
def early(n):
    for i in range(10):
        if i == n:
            return i
    return 'none'
def from_while():
    while True:
        return 'loop'
print(nothing(), implicit(0), implicit(1), many(), early(3), early(50), from_while())
