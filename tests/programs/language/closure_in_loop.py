fs = []
for i in range(3):
    def f():
        return i
    fs.append(f)
print([f() for f in fs])
def scoped():
    out = []
    for i in range(3):
        def f(k=i):
            return k, i
        out.append(f)
    return [f() for f in out]
print(scoped())
def cell_rebinding():
    x = 0
    def get():
        return x
    seen = []
    for x in range(3):
        seen.append(get())
    return seen
print(cell_rebinding())
