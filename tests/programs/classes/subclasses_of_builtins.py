class Stack(list):
    def push(self, x): self.append(x)
    def __len__(self): return super().__len__() * 10
s = Stack([1]); s.push(2)
print(s, len(s), s + [3], type(s + [3]), isinstance(s, list))
class Cnt(dict):
    def __missing__(self, k): return 0
c = Cnt(); c['a'] += 1; c['a'] += 1
print(c, c['zz'], dict(c))
class WithDel:
    def __enter__(self): return self
    def __exit__(self, *a): return True
    def __del__(self): pass
