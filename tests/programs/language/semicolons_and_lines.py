a = 1; b = 2; print(a, b);
c = (1 +
     2 +  # comment inside
     3)
d = [
    1,

    2,
]
e = a + \
    b
print(c, d, e)
if a: b = 5; print(b)
for i in 1, 2: print(i); print(-i)
def f(): return 1
print(f())
# comment at the end
