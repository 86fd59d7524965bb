def run(error, *kinds):
    try:
        try:
            raise error
        except* kinds[0] as e:
            print('first', repr(e))
        except* kinds[1] as e:
            print('second', repr(e))
        else:
            print('else')
        finally:
            print('finally')
    except BaseException as e:
        print('left', repr(e), e.__suppress_context__, repr(e.__context__))


run(ExceptionGroup('g', [ValueError(1), KeyError(2)]), ValueError, KeyError)
run(ExceptionGroup('g', [ValueError(1), KeyError(2)]), KeyError, ValueError)
run(ExceptionGroup('g', [ValueError(1), KeyError(2), OSError(3)]), ValueError, KeyError)
run(ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(2), TypeError(3)])]), ValueError, KeyError)
run(ValueError(1), ValueError, KeyError)
run(ValueError(1), KeyError, (OSError, ValueError))
run(ValueError(1), KeyError, OSError)
run(KeyboardInterrupt(), BaseException, OSError)
run(ExceptionGroup('g', [ValueError(1)]), Exception, OSError)
run(ExceptionGroup('g', [ValueError(1)]), 5, OSError)
run(ExceptionGroup('g', [ValueError(1)]), ExceptionGroup, OSError)
