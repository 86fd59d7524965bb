s = {frozenset([1, 2]), frozenset()}
print({1, 2} in s, {3} in s, frozenset([2, 1]) in s, set() in s)
s.discard({5})
s.discard(set())
s.remove({2, 1})
print(s)
print(hash(frozenset([1, 2, 3])) == hash(frozenset([3, 2, 1])), hash(frozenset()), hash(frozenset([1, 2, 3])),
      hash(frozenset(range(1000))))
print(frozenset([frozenset([1])]), {frozenset([1]): 'x'}[frozenset({1})])
