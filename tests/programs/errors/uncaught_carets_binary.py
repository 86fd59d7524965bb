a, b, c = 1, 'two', 3
value = (a + c) + b + c
