print('hello'.translate({104: 'J', 101: None, 108: 76, 111: '00'}), 'hello'.translate({}), 'abc'.translate({97: '\u1234'}), '\u1234a'.translate({0x1234: 'b'}))
print('hello'.translate(str.maketrans('el', 'ip')), 'hello'.translate(str.maketrans('e', 'i', 'lo')), 'abc'.translate(str.maketrans({'a': 'x', 98: None, 'c': 'zz'})))
print(str.maketrans('ab', 'xy', 'c'), str.maketrans({'a': 1, 5: 'x', True: None}), str.maketrans('', ''), 'x'.maketrans('a', 'b'), str.maketrans('aa', 'bc'))
print('\x00\x01\x02'.translate(['x', None]), '\x00\x01\x05'.translate('xy'), '\x01'.translate((1, 65)), 'ab'.translate(range(5)))

for attempt in (lambda: 'a'.translate({97: -1}), lambda: 'a'.translate({97: 0x110000}), lambda: 'a'.translate({97: 10**30}), lambda: 'a'.translate({97: 1.5}),
                lambda: 'a'.translate({97: b'x'}), lambda: 'a'.translate(5), lambda: str.maketrans('a'), lambda: str.maketrans('a', 'bc'), lambda: str.maketrans({'ab': 1}),
                lambda: str.maketrans({1.5: 1}), lambda: str.maketrans(1, 'a'), lambda: str.maketrans('a', 1), lambda: str.maketrans('a', 'b', 1), lambda: str.maketrans({}, 'b')):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
