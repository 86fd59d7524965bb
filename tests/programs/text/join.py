print(', '.join(['a', 'b', 'c']), ''.join([]), '-'.join(['x']), '-'.join(('a', 'b')), '-'.join('abc'), ''.join('abc'))
print('-'.join({'k': 1, 'l': 2}), '+'.join(str(n) for n in range(5)), '+'.join(map(str, [1, 2])), '<>'.join(iter(['a', 'b'])), '/'.join(sorted({'b', 'a'})))
print('\u1234'.join(['a', 'b']), ascii('-'.join(['\u1234', 'b', '\xe9'])), ascii(''.join(['\xe9', 'e'])), len('ab'.join(['x' * 100] * 100)))
print('-'.join({'a': 1}.values() and ['v']), '-'.join({'a': 'x', 'b': 'y'}.values()), ''.join(['one']) == 'one')


def words():
    yield 'x'
    yield 'y'


print(' '.join(words()), ' '.join(reversed(['a', 'b'])), ' '.join(w.upper() for w in words()))
for attempt in (lambda: '-'.join([1]), lambda: '-'.join(['a', None]), lambda: '-'.join(5), lambda: '-'.join(None),
                lambda: ''.join(['a', b'b']), lambda: ''.join(range(3)), lambda: ''.join(n for n in [1]), lambda: ' '.join(b'ab')):
    try:
        print(attempt())
    except TypeError as error:
        print('TypeError', error)
try:
    print(''.join(str(1 // n) for n in [1, 0]))
except ZeroDivisionError as error:
    print('ZeroDivisionError', error)
