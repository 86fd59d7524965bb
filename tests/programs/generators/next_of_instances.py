class I:
    def __init__(self): self.n = 0
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration('val')
        return self.n
i = I()
print(next(i), next(i), next(i, 'd'))
try: next(i)
except StopIteration as s: print(s.value)
try: next(object())
except TypeError as e: print(e)
def g(): yield 1
x = g()
print(next(x, 5), next(x, 5))
