def deep(n):
    return deep(n + 1)


for _ in range(3):
    try:
        deep(0)
    except RecursionError as error:
        print(type(error).__name__, str(error).startswith('maximum recursion depth exceeded'))


def count(n):
    try:
        return count(n + 1)
    except RecursionError:
        return n > 10


print(count(0))
print(sum(range(10)))
