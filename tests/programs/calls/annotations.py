def f(a: int, *args: 'text', k: list[int] = [], **kw: dict[str, int]) -> 'result':
    pass
print(list(f.__annotations__))
print(f.__annotations__['a'], f.__annotations__['args'], f.__annotations__['return'])
def show(s):
    print('annotation', s)
    return s
def g(a: show('a'), b: show('b') = show('default')) -> show('r'):
    pass
print(g.__annotations__)
