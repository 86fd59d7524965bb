s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as error:
    print(error)
iterator = iter({1, 2})
print(iterator.__length_hint__(), next(iterator), list(iterator), list(iterator), type(iterator).__name__)
s = {1, 2}
iterator = iter(s)
s.clear()
for _ in range(2):
    try:
        next(iterator)
    except RuntimeError as error:
        print(error)
