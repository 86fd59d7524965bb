def f(n):
    try:
        try:
            if n == 0:
                raise ValueError('inner')
            elif n == 1:
                raise KeyError('k')
            elif n == 2:
                return 'returned'
            print('no error')
        except ValueError as e:
            print('inner handler', e)
            raise TypeError('from handler')
        else:
            print('inner else')
        finally:
            print('inner finally')
    except TypeError as e:
        print('outer', e, repr(e.__context__))
    except KeyError as e:
        print('outer key', e)
    finally:
        print('outer finally')
for n in range(4):
    print(f(n))
