def show(make):
    try:
        make()
    except TypeError as error:
        print(error)


show(lambda: ValueError(x=1))
show(lambda: KeyError('a', a=1))
show(lambda: BaseException(a=1))
show(lambda: UnicodeDecodeError(a=1))
show(lambda: StopIteration(a=1))
show(lambda: SystemExit(a=1))
show(lambda: SyntaxError(a=1))
show(lambda: AttributeError('x', foo=1))
show(lambda: NameError('x', foo=1))
show(lambda: ImportError('x', foo=1))
show(lambda: ModuleNotFoundError('x', name='a', bar=2))
show(lambda: UnboundLocalError('x', z=1))
show(lambda: AttributeError('x', name='n', obj=3, zoo=1))
show(lambda: ExceptionGroup('a', [ValueError()], x=1))
