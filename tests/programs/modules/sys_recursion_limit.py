import sys

before = sys.getrecursionlimit()


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


sys.setrecursionlimit(200)
print(sys.getrecursionlimit(), depth(0) < 200)
for wrong in (0, -1, 1, 'a', 1.5):
    try:
        sys.setrecursionlimit(wrong)
    except (ValueError, TypeError, RecursionError) as error:
        print(type(error).__name__, '' if wrong == 1 else error)
sys.setrecursionlimit(before)
print(sys.getrecursionlimit() == before, depth(0) > 200)
