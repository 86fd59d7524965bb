def f():
    try:
        x
        x = 1
    except UnboundLocalError as e:
        print(e.name, e)

    def g():
        return y
    try:
        g()
    except NameError as e:
        print(e.name, e)
    y = 1


f()
try:
    undefined
except NameError as e:
    print(e.name, e.args)
try:
    import nope
except ImportError as e:
    print(type(e).__name__, e.name, e.path, e.msg)
try:
    from math import nope
except ImportError as e:
    print(e.name)
value = ['a']
for call in (lambda: value.zz, lambda: value.zz(), lambda: getattr(value, 'z' + 'q'), lambda: str.nothing):
    try:
        call()
    except AttributeError as e:
        print(e.name, e.obj, e.obj is value, e.args)
print(getattr(value, 'zz', 'default'), hasattr(value, 'zz'))
