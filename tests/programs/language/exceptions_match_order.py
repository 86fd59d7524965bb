for make in (lambda: LookupError('l'), lambda: KeyError('k'), lambda: IndexError('i'), lambda: ArithmeticError(), lambda: OSError(2, 'gone'), lambda: UnicodeError('u'), lambda: KeyboardInterrupt()):
    try:
        raise make()
    except IndexError:
        print('index')
    except LookupError as e:
        print('lookup', repr(e))
    except (ArithmeticError, (OSError, UnicodeError)[0]) as e:
        print('arith or os', repr(e), e)
    except Exception as e:
        print('exception', repr(e))
    except BaseException as e:
        print('base', repr(e))
