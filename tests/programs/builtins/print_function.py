print()
print(1, 2, sep='')
print(1, 2, sep=', ', end='!\n')
print('a', 'b', sep=None, end=None)
print(*[1, 2, 3], sep='\n')
print('', end='')
print('x', flush=True)
print([1], {'a': None}, 'é', 1.0, sep=' | ')
for action in (lambda: print(1, sep=5), lambda: print(1, end=[])):
    try:
        action()
    except TypeError as error:
        print(error)
print(print('inner'))
