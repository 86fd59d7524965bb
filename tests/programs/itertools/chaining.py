from itertools import chain, islice, pairwise, tee, zip_longest

print(list(chain('ab', [1, 2], range(2))), list(chain()), list(chain.from_iterable(['ab', 'cd'])))
print(list(islice('abcdefg', 2)), list(islice('abcdefg', 2, 4)), list(islice('abcdefg', 2, None)),
      list(islice('abcdefg', 0, None, 3)), list(islice('abc', 0)))
it = iter(range(10))
print(list(islice(it, 3)), list(islice(it, 1, 6, 2)), list(it))
for wrong in (lambda: islice('a', -1), lambda: islice('a', 1, 2, 0), lambda: islice('a', 'b'), lambda: islice('a', -1, 2)):
    try:
        wrong()
    except ValueError as error:
        print(error)
print(list(pairwise('abcd')), list(pairwise('a')), list(pairwise('')))
print(list(zip_longest('abc', [1], fillvalue='-')), list(zip_longest('ab', 'xyz')), list(zip_longest()))
a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a))
x, y, z = tee(iter('ab'), 3)
print(list(x), list(y), list(z), tee([], 0))
try:
    chain(1).__next__()
except TypeError as error:
    print(error)
first = chain([1], (x for x in (2, 3)))
print([next(first) for _ in range(3)], next(first, 'end'))
