try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ExceptionGroup('g', [ValueError(1), KeyError(2)]) from OSError('cause')
except ExceptionGroup as caught:
    g = caught
g.add_note('one')
match, rest = g.split(ValueError)
for part in (match, rest):
    print(part.__notes__, part.__cause__ is g.__cause__, part.__context__ is g.__context__, part.__traceback__ is g.__traceback__,
          part.__suppress_context__)
match.add_note('two')
print(g.__notes__, match.__notes__, rest.__notes__)
