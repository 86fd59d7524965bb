d = {}
for i in range(70000):
    d[i * 7] = i
print(len(d), d[7 * 69999], d.get(3), sum(d), sum(d.values()))
for i in range(0, 70000, 2):
    del d[i * 7]
print(len(d), 7 in d, 14 in d, next(iter(d)), list(d)[-1])
for i in range(1000):
    d[str(i)] = i
print(len(d), d['999'], sum(1 for key in d if isinstance(key, str)))
e = d.copy()
d.clear()
print(len(d), len(e), d == {}, e == dict(e.items()))
queue = {}
for i in range(5000):
    queue[i] = i
    if i >= 10:
        del queue[i - 10]
print(list(queue))
stack = {}
for i in range(5000):
    stack[i] = i
    stack.popitem()
print(stack)
