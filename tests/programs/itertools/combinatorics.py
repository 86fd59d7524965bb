from itertools import combinations, combinations_with_replacement, permutations, product

print(list(product('ab', [1, 2])), list(product([0, 1], repeat=3)), list(product()), list(product('ab', '')))
print(list(permutations('abc')), list(permutations(range(4), 2)), list(permutations('ab', 3)), list(permutations('ab', 0)))
print(list(combinations('abcd', 2)), list(combinations(range(5), 4)), list(combinations('ab', 3)), list(combinations('a', 0)))
print(list(combinations_with_replacement('abc', 2)), list(combinations_with_replacement('ab', 3)))
print(len(list(product(range(5), repeat=4))), len(list(permutations(range(6)))), len(list(combinations(range(10), 5))))
print(sum(1 for _ in combinations_with_replacement(range(6), 4)), list(product('x', 'yz', 'w')))
for wrong in (lambda: combinations('a', -1), lambda: permutations('a', -1), lambda: product('a', repeat=-1)):
    try:
        wrong()
    except ValueError as error:
        print(error)
