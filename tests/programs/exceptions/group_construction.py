def show(make):
    try:
        e = make()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
        return
    print(type(e).__name__, repr(e), str(e), e.args, e.message, e.exceptions)


show(lambda: ExceptionGroup())
show(lambda: ExceptionGroup('a'))
show(lambda: ExceptionGroup(1, [ValueError()]))
show(lambda: ExceptionGroup('a', 1))
show(lambda: ExceptionGroup('a', []))
show(lambda: ExceptionGroup('a', ''))
show(lambda: ExceptionGroup('a', 'xy'))
show(lambda: ExceptionGroup('a', [ValueError(), 1]))
show(lambda: ExceptionGroup('a', {}))
show(lambda: ExceptionGroup('a', [KeyboardInterrupt()]))
show(lambda: ExceptionGroup('a', [ValueError()], x=1))
show(lambda: ExceptionGroup('a', exceptions=[ValueError()]))
show(lambda: ExceptionGroup('several', [ValueError(1), KeyError('k'), ExceptionGroup('in', (OSError(2, 'x'),))]))
show(lambda: BaseExceptionGroup('a', [ValueError()]))
show(lambda: BaseExceptionGroup('a', (KeyboardInterrupt(),)))
show(lambda: BaseExceptionGroup('a', (BaseExceptionGroup('b', [SystemExit(1)]),)))
