from dataclasses import dataclass, field, make_dataclass, replace, fields
@dataclass
class C:
    a: int
    b: int = 2
    c: int = field(default=3, init=False)
c = C(1)
print(replace(c, a=5), replace(c, b=7))
for action in (lambda: replace(c, d=1),):
    try:
        action()
    except TypeError as error:
        print(error)
Made = make_dataclass('Made', [('x', int), 'y', ('z', int, field(default=5))], namespace={'total': lambda self: self.x + self.z})
m = Made(1, 'two')
print(m, m.total(), [f.name for f in fields(Made)], Made.__name__)
print(fields(C)[0].metadata, field(metadata={'k': 1}).metadata['k'])
