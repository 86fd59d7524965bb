a, b = [1, 2], (3, 4)
print([*a, *b], (*a, 5), {*a, *b, 1}, [*'xyz', *range(2), *{}], [*{'k': 1}], (*[],))
print({**{'a': 1}, 'b': 2, **{'a': 3}}, {'x': 0, **{}})
print(*a, *b, sep='-')
t = *a, 9
print(t)
for x in *a, *b:
    print(x, end=' ')
print()
def f():
    return *a, *b
print(f())
