# min-python: 3.13
for text in ('def f[T, T](): pass', 'class C[T, **T]: pass', 'type X[T, T] = int', 'def f[T: (yield)](): pass',
             'type X = (yield)', 'type X = (a := 1)', 'def f[T]():\n def g():\n  nonlocal T', 'type X = await y',
             'class C[T]((yield)): pass', 'def f[T](x: (yield)): pass', 'def f[T: (int, (x := 3))](): pass',
             'def f[](): pass', 'type 1 = int', 'def f[T = int, U](): pass', 'class C[T]:\n nonlocal T'):
    try:
        compile(text, '<text>', 'exec')
    except SyntaxError as error:
        print(error.msg)
    else:
        print('no error:', text)
