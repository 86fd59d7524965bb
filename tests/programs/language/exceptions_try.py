def f(action):
    try:
        print('try')
        action()
    except ValueError as error:
        print('value', error)
    except (TypeError, KeyError) as error:
        print('type or key', type(error).__name__)
    except Exception:
        print('other')
    else:
        print('else')
    finally:
        print('finally')
f(lambda: None)
f(lambda: int('x'))
f(lambda: 1 + '')
f(lambda: {}['k'])
f(lambda: 1 / 0)
try:
    pass
except:
    print('never')
else:
    print('only else')
try:
    1 / 0
except:
    print('bare')
