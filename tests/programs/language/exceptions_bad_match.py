def attempt(matcher):
    try:
        try:
            1 / 0
        except matcher:
            print('matched')
    except BaseException as error:
        print(type(error).__name__, error, repr(error.__context__))
attempt(5)
attempt('text')
attempt((ValueError, 5))
attempt(None)
attempt(())
attempt((ValueError, ZeroDivisionError))
attempt(int)
def expression():
    print('matcher evaluated')
    return ZeroDivisionError
attempt(expression())
try:
    1
except expression():
    pass
print('not evaluated without an error')
