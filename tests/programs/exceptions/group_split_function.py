g = ExceptionGroup('g', [ValueError(1), KeyError(2), ExceptionGroup('h', [ValueError(30), TypeError(4)])])
seen = []


def big(error):
    seen.append(type(error).__name__)
    return not isinstance(error, ExceptionGroup) and error.args[0] > 2


print(g.split(big), seen)
print(g.subgroup(lambda error: isinstance(error, TypeError)))
try:
    g.split(lambda error: 1 / 0)
except ZeroDivisionError as error:
    print('raised', error)
