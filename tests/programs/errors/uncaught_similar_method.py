# compare: traceback
try:
    {}.iteems()
except AttributeError:
    [].apend(1)
