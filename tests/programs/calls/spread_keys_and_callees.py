# Keys of ** that are no plain str, and how errors of calls name what is called.
class Name(str):
    def __eq__(self, other):
        return str.__eq__(self, other)

    def __hash__(self):
        return str.__hash__(self)


def f(a=0, b=0, **rest):
    print(a, b, rest)


class A:
    def method(self, **rest):
        pass


f(**{Name('a'): 1, Name('c'): 2})
nothing = None
for call in (lambda: f(**{1: 3}), lambda: f(**{1: 3}, **{1: 5}), lambda: f(**{'a': 1}, **{'a': 2}),
             lambda: f(a=1, **{'a': 2}), lambda: nothing(*f), lambda: nothing(**f), lambda: A().method(*5),
             lambda: A(*5), lambda: A(x=1, **{'x': 1}), lambda: int(*5), lambda: 'a'.join(*5), lambda: len(*5),
             lambda: f(**{'x': 1}, **{Name('x'): 2})):
    try:
        call()
    except TypeError as error:
        print(error)


def generator():
    yield 1


g = generator()
print(g.gi_code.co_name, g.gi_frame.f_code is g.gi_code, next(g), g.gi_frame.f_lineno, g.gi_running)
list(g)
print(g.gi_frame)
