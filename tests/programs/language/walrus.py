if (n := len('abc')) > 2:
    print(n)
print([y := 1, y + 1, y ** 2], y)
data = [1, 2, 3, 4]
print([last := x for x in data if (half := x / 2) > 1], last, half)
while (item := data.pop()) > 2:
    print(item)
print(item, data)
def f():
    total = 0
    print([total := total + v for v in range(5)], total)
    return any((hit := v) > 2 for v in range(9)), hit
print(f())
print((a := 5) + a, f'{(b := 3)}', b, (lambda: (c := 1) + c)())
