error = 'before'
try:
    1 / 0
except ZeroDivisionError as error:
    print(error)
try:
    print(error)
except NameError as missing:
    print(missing)
def f():
    try:
        raise ValueError(1)
    except ValueError as e:
        e = 'rebound'
    try:
        e
    except UnboundLocalError as g:
        print(g)
f()
def h():
    try:
        raise ValueError('kept')
    except ValueError as e:
        kept = e
    return kept
print(repr(h()))
