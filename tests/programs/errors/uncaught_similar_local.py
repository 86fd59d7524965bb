# compare: traceback
numbers = [1]
def f(parameter):
    result = parametre
    return result
try:
    f(1)
except NameError as error:
    raise ValueError('no') from error
