# A subject that is written as a tuple: its items are matched, whatever the pattern's length.
def kind(a, b):
    match a, b:
        case 0, 0:
            return 'origin'
        case 0, y:
            return f'on y at {y}'
        case x, 0:
            return f'on x at {x}'
        case (x, y, z):
            return 'never'
        case x, str() as y if y:
            return f'text {x} {y}'
        case [(1 | 2) as x, [y, *rest]]:
            return f'nested {x} {y} {rest}'
        case [x, *rest] if x == 'star':
            return f'star {rest}'
        case (*most, None):
            return f'most {most}'
        case _:
            return 'other'


for pair in [(0, 0), (0, 5), (7, 0), (3, 'abc'), (3, ''), (1, [2, 3, 4]), (2, [8]), ('star', 1), (9, None), (1.5, 2.5)]:
    print(kind(*pair))


def alternatives(a, b):
    match a, b:
        case (x, 1) | (1, x) | (x, _, _):
            return x
        case [*everything]:
            return everything


print(alternatives(5, 1), alternatives(1, 6), alternatives(7, 8))


def evaluated(log):
    match log.append('a'), log.append('b'), log:
        case _, _, _:
            return log


print(evaluated([]))


class Long(list):
    def __len__(self):
        return 3


match Long([1, 2]):
    case [_, _]:
        print('two')
    case [_, _, _]:
        print('three, it says')
