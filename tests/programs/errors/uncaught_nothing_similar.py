# compare: traceback
try:
    {}.zzz
except AttributeError as error:
    error.add_note('a note')
    raise
