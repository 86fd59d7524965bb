def deep(value):
    for _ in range(100):
        value = (value,)
    return value


d = {deep(1): 'one', deep(2): 'two'}
print(d[deep(1)], deep(2) in d, d.get(deep(3)), len(d))
d[deep(1)] = 'uno'
del d[deep(2)]
print(list(d.values()), d.pop(deep(1)), d)
print({deep(1): 1} == {deep(1): 1}, {1: deep([])} == {1: deep([])}, {1: deep(0)} == {1: deep(1)})
s = {deep(1), deep(1), deep(2)}
print(len(s), deep(1) in s, s == {deep(2), deep(1)}, len(s & {deep(1)}), len(s | {deep(3)}), len(s - {deep(1)}))
try:
    d[deep(3)]
except KeyError as error:
    print('KeyError', error.args[0] == deep(3))
try:
    d[deep([])]
except TypeError as error:
    print(error)
