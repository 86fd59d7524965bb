def f(items):
    for item in items:
        try:
            if item is not None:
                raise item
        except* ValueError as e:
            for x in e.exceptions:
                if x.args == (2,):
                    continue
                if x.args == (3,):
                    break
                print(item, x.args)
            else:
                print('no break')
        except* KeyError:
            def inner():
                return 'inner'
            print(inner())
    return 'end'


print(f([None, ValueError(1), ExceptionGroup('g', [ValueError(2), ValueError(4), KeyError(5)]), ValueError(3), None]))
