try:
    1 / 0
except ZeroDivisionError as error:
    t = error.__traceback__
try:
    [][0]
except IndexError as error:
    u = error.__traceback__
t.tb_next = u
print(t.tb_next is u, t.tb_lineno, u.tb_lineno, type(t).__name__)
try:
    u.tb_next = t
except ValueError as error:
    print(error)
t.tb_next = None
print(t.tb_next)
for bad in (1, 'x'):
    try:
        t.tb_next = bad
    except TypeError as error:
        print(error)
    try:
        KeyError().with_traceback(bad)
    except TypeError as error:
        print(error)
