code = compile('a + 1', 'name.py', 'eval')
print(eval(code, {'a': 1}), eval(code, {'a': 2}), type(code).__name__, code.co_filename, code.co_name)
names = {}
exec(compile('def f():\n    return 1 / 0', 'made.py', 'exec'), names)
try:
    names['f']()
except ZeroDivisionError as error:
    traceback = error.__traceback__.tb_next
    print(traceback.tb_frame.f_code.co_filename, traceback.tb_lineno)
for text, mode in [('a +', 'exec'), ('x = 1', 'eval'), ('', 'eval'), ('return 1', 'exec'), ('break', 'exec'), ('if x:\npass', 'exec'),
                   ('f(a=1, a=2)', 'exec'), ('nonlocal x', 'exec'), ('yield 1', 'eval')]:
    try:
        compile(text, 'bad.py', mode)
        print('compiled', text)
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.filename, error.lineno, error.offset)
for wrong in [lambda: compile('1', 'f', 'other'), lambda: compile(1, 'f', 'exec'), lambda: exec(1), lambda: eval([]),
              lambda: exec('1', 1), lambda: eval('1', 1), lambda: eval('1\0', {}), lambda: compile('1', 1, 'exec')]:
    try:
        print(wrong())
    except (TypeError, ValueError, SyntaxError) as error:
        print(type(error).__name__, str(error)[:40])
print(eval(b'1 + 1'), eval('(1,\n2)'), exec('"only a text"'))
exec('x: int = 5', names)
print(names['x'], names['__annotations__'])
