print({100, 8, 16, 3, -1, 64}, set([5, 1000, 32, 7, 2**40, -8]), {1.5, 2.0, 3, 10**20})
s = set()
for i in range(40):
    s.add(i * 37 % 101)
print(s)
for i in range(0, 101, 2):
    s.discard(i)
print(s)
for i in range(200, 230):
    s.add(i)
print(s, s.pop(), s.pop(), s.pop())
print(set(range(50, 0, -7)) | {1, 2, 3}, {1, 2, 3} | set(range(50, 0, -7)))
print(set(range(0, 100, 9)) & set(range(0, 100, 6)), set(range(0, 100, 9)) ^ set(range(0, 100, 6)))
print(frozenset(range(20, 0, -3)), set({i * 11: 0 for i in range(12)}))
