print(hash(1), hash(1.0), hash(True), hash(0), hash(-1), hash(-2), hash(2 ** 61 - 1), hash(2 ** 61), hash(2 ** 100), hash(-2 ** 100), hash(1.5), hash(float('inf')), hash(0.1), hash(1j), hash(3 + 0j))
print(hash('a') == hash('a'), hash((1, 2)) == hash((1, 2)), hash((1, 2)), hash(()), hash(((1,), 2.5)), hash(frozenset({1, 2})) == hash(frozenset({2, 1})), hash(range(3)) == hash(range(0, 3)), hash(b'a') == hash(b'a'))
for v in ([], {}, set(), bytearray(), ([],), (1, {})):
    try:
        hash(v)
    except TypeError as error:
        print(error)
a = []
print(id(a) == id(a), id(a) == id([]) and False, type(id(a)).__name__)
