# A B-tree: insertion with splits, search, and a walk in order.
# expect: (20000, 20000, True, 9996)
class Node:
    def __init__(self, leaf):
        self.leaf = leaf
        self.keys = []
        self.children = []

    def find(self, key):
        low, high = 0, len(self.keys)
        while low < high:
            middle = (low + high) // 2
            if self.keys[middle] < key:
                low = middle + 1
            else:
                high = middle
        return low


class Tree:
    def __init__(self, degree):
        self.degree = degree
        self.root = Node(True)
        self.count = 0

    def __contains__(self, key):
        node = self.root
        while True:
            i = node.find(key)
            if i < len(node.keys) and node.keys[i] == key:
                return True
            if node.leaf:
                return False
            node = node.children[i]

    def add(self, key):
        root = self.root
        if len(root.keys) == 2 * self.degree - 1:
            self.root = Node(False)
            self.root.children.append(root)
            self.split(self.root, 0)
        node = self.root
        while True:
            i = node.find(key)
            if i < len(node.keys) and node.keys[i] == key:
                return False
            if node.leaf:
                node.keys.insert(i, key)
                self.count += 1
                return True
            if len(node.children[i].keys) == 2 * self.degree - 1:
                self.split(node, i)
                if node.keys[i] < key:
                    i += 1
                elif node.keys[i] == key:
                    return False
            node = node.children[i]

    def split(self, parent, i):
        middle = self.degree - 1
        left = parent.children[i]
        right = Node(left.leaf)
        right.keys = left.keys[middle + 1:]
        right.children = left.children[middle + 1:]
        parent.keys.insert(i, left.keys[middle])
        parent.children.insert(i + 1, right)
        del left.keys[middle:]
        del left.children[middle + 1:]

    def __iter__(self):
        return self.walk(self.root)

    def walk(self, node):
        if node.leaf:
            yield from node.keys
            return
        for child, key in zip(node.children, node.keys):
            yield from self.walk(child)
            yield key
        yield from self.walk(node.children[-1])


def run(n):
    tree = Tree(8)
    key = 1
    for _ in range(n):
        key = key * 7 % 40009
        tree.add(key)
    values = list(tree)
    return tree.count, len(values), values == sorted(values), sum(i in tree for i in range(n))


run(20000)
