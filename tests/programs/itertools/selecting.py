from itertools import accumulate, compress, dropwhile, filterfalse, groupby, starmap, takewhile
import operator

print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], initial=100)))
print(list(accumulate('abc')), list(accumulate([])), list(accumulate([2, 3, 4], operator.mul)))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])))
print(list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, '', 'a'])))
print(list(compress('abcdef', [1, 0, 1, 0, 1])), list(starmap(pow, [(2, 3), (3, 2)])))
print([(k, list(g)) for k, g in groupby('aaabbca')])
print([(k, len(list(g))) for k, g in groupby(sorted(['bb', 'a', 'c', 'dd'], key=len), key=len)])
print([k for k, g in groupby([1, 1, 2, 3, 3])])
groups = groupby('aab')
key, group = next(groups)
print(key, next(group))
key2, group2 = next(groups)
print(key2, list(group), list(group2))
print({k: [x for _, x in g] for k, g in groupby([('x', 1), ('x', 2), ('y', 3)], key=operator.itemgetter(0))})
