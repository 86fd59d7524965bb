# Dicts and sets whose keys are hashed and compared by methods of the program: which are called, in which order, what they
# may answer, and what they may do to the table meanwhile.
from collections import Counter, defaultdict


class Key:
    def __init__(self, value, hashed=None):
        self.value = value
        self.hashed = value if hashed is None else hashed

    def __hash__(self):
        print('hash', self.value, end='; ')
        return self.hashed

    def __eq__(self, other):
        print('eq', self.value, getattr(other, 'value', other), end='; ')
        if isinstance(other, Key):
            return self.value == other.value
        return NotImplemented

    def __repr__(self):
        return f'Key({self.value})'


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f'{type(error).__name__}: {error}'


one = Key(1)
d = {one: 'a', Key(2): 'b', 3: 'c'}
print()
print(d[one], d[Key(1)], d[Key(2)], attempt(lambda: d[Key(4)]))
print(d.get(Key(1)), d.get(Key(4)), d.get(Key(4), 'default'), Key(1) in d, Key(4) not in d, 1 in d, Key(3) in d)
d[Key(1)] = 'changed'
d[Key(5)] = 'new'
print(d)
print(d.setdefault(Key(5), 'other'), d.setdefault(Key(6), 'sixth'), d.setdefault(Key(7)), len(d))
print(d.pop(Key(5)), d.pop(Key(5), 'gone'), attempt(lambda: d.pop(Key(5))), len(d))
del d[Key(6)]
print(attempt(lambda: d.__delitem__(Key(6))), d)
if Key(2) in d:
    print('there')
if Key(9) not in d:
    print('not there')
print({key: 1 for key in (Key(1), Key(1))}, {Key(1), Key(1)}, [Key(1), Key(2)].index(Key(2)))

s = set()
for value in (1, 2, 1, 3):
    s.add(Key(value))
print(len(s), Key(2) in s, Key(4) in s)
s.discard(Key(2))
s.discard(Key(4))
s.remove(Key(3))
print(s, attempt(lambda: s.remove(Key(3))), Key(1) in frozenset(s), frozenset({Key(8)}) == {Key(8)})

# Equal hashes.
clash = {Key('a', 5): 1, Key('b', 5): 2, Key('c', 5): 3}
print()
print(clash[Key('c', 5)], clash.get(Key('d', 5)), 5 in clash, clash.get(5))
clash[5] = 4
print(clash[5], len(clash))

# In tuples.
pairs = {(1, Key(1)): 'x', (Key(2), Key(2)): 'y'}
print()
print(pairs[1, Key(1)], pairs[Key(2), Key(2)], pairs.get((1, Key(2))), (1, Key(1)) in pairs)


class Answer:
    def __init__(self, hashed, equal):
        self.hashed = hashed
        self.equal = equal

    def __hash__(self):
        return self.hashed

    def __eq__(self, other):
        return self.equal


class Truth:
    def __bool__(self):
        print('truth')
        return True


class Length:
    def __len__(self):
        return 0


class Refusing:
    def __bool__(self):
        raise ValueError('no truth')


print(hash(Answer(-1, True)), hash(Answer(True, True)), hash(Answer(2 ** 61, True)), hash(Answer(-2 ** 70, True)))
print(attempt(lambda: hash(Answer('x', True))), attempt(lambda: {Answer(None, True): 1}))
for equal in (1, 0, 'text', '', None, [], Truth(), Length(), NotImplemented, Refusing()):
    table = {Answer(1, equal): 'first'}
    print(attempt(lambda: table.get(Answer(1, False))), attempt(lambda: Answer(1, False) in set(table)), len(table))


class Raising:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError('compared')


class Unhashed:
    def __hash__(self):
        raise KeyError('hashed')


raising = {Raising(): 1}
print(attempt(lambda: raising[1]), attempt(lambda: raising.get(Raising())), attempt(lambda: raising.pop(Raising())))
print(attempt(lambda: raising.setdefault(Raising(), 1)), attempt(lambda: {Raising()}.add(Raising())))
print(attempt(lambda: {}[Unhashed()]), attempt(lambda: set().add(Unhashed())), attempt(lambda: hash(Unhashed())))
print(attempt(lambda: {**raising, **{Raising(): 2}}), len(raising))


class Base:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        print('base', end=' ')
        return NotImplemented


class Derived(Base):
    __hash__ = Base.__hash__

    def __eq__(self, other):
        print('derived', end=' ')
        return True


print({Base(): 1}.get(Derived()), {Derived(): 2}.get(Base()), {Base(): 3}.get(Base()), 1 in {Base(): 4})


# A comparison that changes the table it is made for.
class Meddling:
    def __init__(self, name, action=None):
        self.name = name
        self.action = action

    def __hash__(self):
        return 7

    def __eq__(self, other):
        print('eq', self.name, other.name, end='; ')
        action, self.action = self.action, None
        if action:
            action()
        return self.name == other.name


for change in ('table.clear()', 'table.pop(first)', 'table[first]', ''):
    table = {}
    first = Meddling('first')
    table[first] = 1
    table[Meddling('second')] = 2
    first.action = lambda: exec(change, {'table': table, 'first': first})
    print(attempt(lambda: table.get(Meddling('second'))), end=' ')
    first.action = lambda: exec(change, {'table': table, 'first': first})
    table[Meddling('third')] = 3
    print(len(table), end=' ')
    members = set(table)
    print()
members = {Meddling('first'), Meddling('second')}
print()
for member in list(members):
    member.action = members.clear
members.add(Meddling('third'))
print(len(members))

count = Counter()
groups = defaultdict(list)
for value in (1, 2, 1):
    count[Key(value)] += 1
    groups[Key(value)].append(value)
print(count, dict(groups))


class Default(dict):
    def __missing__(self, key):
        return ('missing', key)


default = Default({Key(1): 1})
print(default[Key(1)], default[Key(2)], default.get(Key(2)))
print(hash((Key(1), 2)) == hash((1, 2)), hash(frozenset({Key(1)})) == hash(frozenset({1})))


class Deep:
    def __init__(self, inner):
        self.inner = inner

    def __hash__(self):
        return hash(self.inner)

    def __eq__(self, other):
        return self.inner == other.inner


chain, other = 1, 1
for _ in range(60):
    chain, other = Deep(chain), Deep(other)
print({chain: 'deep'}[other], other in {chain})


class Endless:
    def __hash__(self):
        return hash(self)


print(attempt(lambda: hash(Endless()))[:14], attempt(lambda: {Endless(): 1})[:14])
