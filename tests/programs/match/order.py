def shout(value):
    print('guard', value)
    return value


x = 5
match x:
    case 1 | 2:
        print('no')
    case y if shout(y == 6):
        print('six')
    case z if shout(z == 5):
        print('five', y, z)
try:
    match [1, 2]:
        case [a, 3]:
            pass
    a
except NameError as error:
    print(error)
value = [1, 2]
match value:
    case [value, other]:
        print(value, other)
for i in range(5):
    match i:
        case 0:
            continue
        case 3:
            break
        case _:
            pass
    print('loop', i)
match 1, 2:
    case (1 as p, q) | (q, p):
        print(p, q)


def returning(x):
    match x:
        case int():
            return 'int'
        case str() as s if s:
            return s
    return 'fell through'


print(returning(1), returning('s'), returning(''), returning(None))
match x:
    case 5 as five:
        pass
print(five)
