# Class bodies in programs that use eval, exec or locals() read globals by name.
def helper():
    return 'helped'


LIMIT = 3


class A:
    LIMIT = LIMIT + 1
    LIMIT += 1
    text = helper()
    squares = [each * LIMIT for each in range(LIMIT)]
    locals()['extra'] = 5
    seen = extra

    def method(self):
        return eval('LIMIT + 1')


print(A.LIMIT, A.text, A.squares, A.seen, A().method())


def evaluate():
    globals = {'a': 1}
    return eval('a', globals)


print(evaluate())
exec("""
def outer():
    class B:
        found = helper()
    return B
print(outer().found)
""")


class Outer:
    class Inner:
        pass


print(Outer.__qualname__, Outer.Inner.__qualname__)
