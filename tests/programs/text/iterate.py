print(list('a\xe9\u1234\U0001f600'), [c for c in ''], dict(enumerate('ab')), list(zip('abc', 'xy')), sorted('banana'), set('aab') == {'a', 'b'})
letters = iter('abc')
print(next(letters), list(letters), next(letters, 'end'), list(reversed('abc')))
a, *rest = 'xyz'
print(a, rest, max('hello'), min('hello'), len('\U0001f600'), tuple('ab'), bool(''), bool(' '))
