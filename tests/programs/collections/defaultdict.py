from collections import defaultdict

groups = defaultdict(list)
for word in ['one', 'two', 'three', 'four', 'five', 'six']:
    groups[len(word)].append(word)
print(groups, groups[99], len(groups), groups.get(7), 7 in groups)
numbers = defaultdict(int, a=1)
numbers['b'] += 5
print(numbers, numbers == {'a': 1, 'b': 5}, dict(numbers))
nested = defaultdict(lambda: defaultdict(int))
nested['x']['y'] += 1
print(nested['x']['y'], list(nested))
plain = defaultdict()
try:
    plain['k']
except KeyError as error:
    print('KeyError', error)
try:
    defaultdict(5)
except TypeError as error:
    print(error)
print(numbers.copy(), numbers | {'z': 1}, {'z': 2} | numbers, numbers.default_factory)
print(isinstance(numbers, dict), defaultdict(set).__missing__('q'))


def failing():
    raise ValueError('no value')


try:
    defaultdict(failing)[1]
except ValueError as error:
    print(error)
