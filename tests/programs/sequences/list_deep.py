# Values nested deeper than native code goes: compared, hashed, searched.
def nest(depth, kind):
    value = kind([0])
    for i in range(depth):
        value = kind([value, i])
    return value

for kind in (list, tuple):
    a = nest(300, kind)
    b = nest(300, kind)
    print(a == b, a != b, a < b, a <= b, a == nest(301, kind), nest(300, kind) >= a, b in [a], [a].index(b), [a].count(b), (b,).index(a))
a = nest(300, tuple)
print(hash(a) == hash(nest(300, tuple)), {a: 1}[nest(300, tuple)], a in {nest(300, tuple)})
print(sorted([(nest(100, list), 2), (nest(100, list), 1)]) == [(nest(100, list), 1), (nest(100, list), 2)])
