a = {'x': 1, 'y': 2}
b = {'y': 3, 'z': 4}
print(a | b, b | a, a, b)
c = a
c |= b
print(a is c, a)
c |= [('p', 1), 'qr']
print(c)
print({1: 2} == {1.0: 2.0}, {1: 2} != {1: 3}, {} == {}, {1: [2]} == {1: [2]}, {1: 2} == [(1, 2)], {'a': 1} == {'b': 1})
print({1: {2: {3: {}}}} == {1: {2: {3: {}}}})
for operand in ([], 5, None):
    try:
        print({} | operand)
    except TypeError as error:
        print(error)
    try:
        d = {}
        d |= operand
        print(d)
    except TypeError as error:
        print(error)
for compare in (lambda: {} < {}, lambda: {} >= {}):
    try:
        compare()
    except TypeError as error:
        print(error)
try:
    hash({})
except TypeError as error:
    print(error)
