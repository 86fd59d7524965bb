def attempt(action):
    try:
        action()
    except ImportError as error:
        print(type(error).__name__, error, error.name)

def one():
    import no_such_module.part
def two():
    import math.part
def three():
    import math.part.of_part
def four():
    from math.part import x
def five():
    import no_such_module.part.of_part as alias
def six():
    from no_such_module.part import x
def seven():
    import sys.math
for action in one, two, three, four, five, six, seven:
    attempt(action)
