e = ValueError('x')
print(e.__dict__)
e.mine = 1
e.add_note('n')
print(e.__dict__, e.__class__)
e.__dict__['other'] = 2
print(e.other)
print(OSError(2, 'x').__dict__)
