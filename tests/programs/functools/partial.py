from functools import partial, partialmethod


def show(*args, **keywords):
    return args, keywords


p = partial(show, 1, a=2)
print(p(3, b=4), p(a=9), p.func is show, p.args, p.keywords)
q = partial(p, 5, c=6)
print(q(7), q.func is show, q.args, q.keywords)
print(partial(int, base=2)('101'), list(map(partial(pow, 2), range(5))), repr(partial(int, '7', base=8)))
for wrong in (lambda: partial(), lambda: partial(5), lambda: partial(int, base=2)('9')):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
p.note = 'attribute'
print(p.note)


class Cell:
    def __init__(self):
        self.state = None

    def set_state(self, value):
        self.state = value
        return self

    activate = partialmethod(set_state, True)
    named = partialmethod(set_state, value='named')


print(Cell().activate().state, Cell().named().state)
