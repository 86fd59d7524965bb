text = 'abracadabra, \u1234bracadabra \U0001f600'
for part in ['a', 'bra', 'abra', '', 'z', '\u1234', '\U0001f600', 'abracadabra, \u1234', 'a\u1234']:
    print(repr(part), text.find(part), text.rfind(part), text.count(part), part in text, text.find(part, 3), text.rfind(part, 0, -3))
for bounds in [(2,), (None, 5), (-4,), (-100, 100), (5, 2), (100,), (0, 10**30), (-10**30, None), (True, 4)]:
    print(bounds, 'banana'.find('an', *bounds), 'banana'.rfind('an', *bounds), 'banana'.count('an', *bounds),
          'banana'.count('', *bounds), 'banana'.find('', *bounds), 'banana'.rfind('', *bounds))
print('banana'.index('n'), 'banana'.rindex('n'))
for attempt in (lambda: 'abc'.index('d'), lambda: 'abc'.rindex('a', 1), lambda: 'abc'.index('', 4)):
    try:
        print(attempt())
    except ValueError as error:
        print('ValueError', error)
