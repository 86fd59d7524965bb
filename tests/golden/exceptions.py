def f(x):
    try:
        return g(x)
    except (KeyError, ValueError) as error:
        raise TypeError('bad') from error
    finally:
        close(x)
