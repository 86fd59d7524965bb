# A binary tree walked by recursive generators, with yield from, filters and pairs.
# expect: (65534, 1073676288, 2186, 16383)
class Node:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.value
        if self.right is not None:
            yield from self.right


def build(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return Node(middle, build(low, middle), build(middle + 1, high))


def in_order(node):
    if node is not None:
        for value in in_order(node.left):
            yield value
        yield node.value
        for value in in_order(node.right):
            yield value


def pairs(values):
    previous = None
    for value in values:
        if previous is not None:
            yield previous, value
        previous = value


def multiples(values, factor):
    return (value for value in values if value % factor == 0)


def run(n):
    tree = build(0, n)
    return (sum(b - a for a, b in pairs(tree)) * 4 + 2, sum(tree) * 8, sum(1 for _ in multiples(multiples(tree, 3), 5)) * 2,
            max(in_order(tree)))


run(1 << 14)
