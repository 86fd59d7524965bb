# min-python: 3.12
def build(n):
    return [[10 // (j - i) for j in range(2)] for i in range(n)]
build(2)
