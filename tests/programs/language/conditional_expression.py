x = 5
print('a' if x > 3 else 'b', 'a' if x < 3 else 'b', 1 if x else 2 if y else 3)
f = (lambda: 'yes') if x else (lambda: 'no')
print(f(), [i if i % 2 else -i for i in range(4)], (1 if 0 else 2) + 3)
print((1, 2) if x == 5 else 3, 'big' if x > 10 else 'mid' if x > 4 else 'small')
