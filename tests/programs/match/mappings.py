def look(x):
    match x:
        case {'type': 'point', 'at': [x, y]}:
            return 'point', x, y
        case {'type': kind, **rest} if rest:
            return kind, rest
        case {1: a, 2: b, 'c': c}:
            return a, b, c
        case {-1.5: v} | {None: v} | {True: v}:
            return v
        case {}:
            return 'mapping'
    return 'nothing'


for value in ({'type': 'point', 'at': (1, 2)}, {'type': 'point', 'at': 3}, {'type': 'x'}, {'type': 'x', 'y': 1},
              {1: 'a', 2: 'b', 'c': 'c', 'd': 'd'}, {-1.5: 7}, {None: 8}, {1: 9}, {}, [], 'type'):
    print(look(value))
match {'a': 1, 'b': 2, 'c': 3}:
    case {'b': _, **rest}:
        print(rest)
