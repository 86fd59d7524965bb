def look(x):
    match x:
        case []:
            return 'empty'
        case [a]:
            return 'one', a
        case [1, 2, *rest]:
            return 'one two', rest
        case [first, *_, last] if first == last:
            return 'same ends', first
        case (a, b, *_):
            return 'at least two', a, b
    return 'no sequence'


for value in ([], (), [5], (1, 2), [1, 2, 3], range(1, 5), [4, 5, 4], 'ab', b'ab', bytearray(b'ab'), {1, 2}, {1: 2},
              iter([1, 2]), 5, None, range(0), (x for x in (1, 2))):
    print(look(value))
match [[1, [2, 3]], 4]:
    case [[a, [b, *c]], *d]:
        print(a, b, c, d)
