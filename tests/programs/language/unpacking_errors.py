def attempt(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
def too_few():
    a, b, c = [1, 2]
def too_many():
    a, b = 'abc'
def starred_few():
    a, *b, c = [1]
def not_iterable():
    a, b = 5
def none():
    a, = None
def empty():
    a, = ()
def generator():
    a, b = (i for i in range(9))
def mapping():
    a, b = {1: 2, 3: 4, 5: 6}
def nothing():
    [] = [1]
def starred_none():
    *a, = 3
for function in (too_few, too_many, starred_few, not_iterable, none, empty, generator, mapping, nothing, starred_none):
    attempt(function)
