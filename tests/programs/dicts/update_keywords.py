# Keywords of dict.update and dict may have any name.
d = {}
dict.update(d, d=3, self=4, args=5, kwargs=6)
print(d)
d.update([('self', 1)], d=7, cls=8)
print(d)
print(dict([('a', 1)], cls=2, d=3))
