def show(make):
    try:
        e = make()
    except TypeError as error:
        print('TypeError', error)
        return
    print(type(e).__name__, repr(e), str(e), e.args, e.errno, e.strerror, e.filename, e.filename2)


show(lambda: OSError())
show(lambda: OSError('a'))
show(lambda: OSError(2, 'x'))
show(lambda: OSError(2, 'x', 'f'))
show(lambda: OSError(2, 'x', 'f', None, 'g'))
show(lambda: OSError(2, 'x', None, None, 'g'))
show(lambda: OSError(1, 2, 3, 4, 5, 6))
show(lambda: OSError(None, 'x'))
show(lambda: OSError(2, None, 'f'))
show(lambda: OSError(True, 'x'))
show(lambda: OSError(99999, 'x'))
show(lambda: OSError('2', 'x'))
show(lambda: OSError(-1, 'x'))
show(lambda: FileNotFoundError(13, 'x', 'f'))
show(lambda: IOError(17, 'exists'))
show(lambda: OSError(a=1))
show(lambda: FileNotFoundError(a=1))
