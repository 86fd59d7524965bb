"""``__del__`` at the end of a program, and where it cannot run."""

import pytest

import monty

NOISY = '''
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)

'''


def printed(source: str) -> str:
    """Run a program; return what it prints."""
    texts: list[str] = []
    monty.Monty(NOISY + source).run(print_callback=lambda stream, text: texts.append(text))
    return ''.join(texts)


def test_objects_that_are_left_are_finalized_at_the_end():
    lines = printed("kept = Noisy('kept')\ncycle = Noisy('cycle')\ncycle.own = cycle\ndel cycle\nprint('end')").split('\n')
    assert lines[0] == 'end'
    assert sorted(lines[1:]) == ['', 'gone cycle', 'gone kept']


def test_the_value_of_the_program_is_not_lost():
    assert monty.Monty(NOISY + "kept = Noisy('kept')\n[1, 'two']").run(print_callback=lambda *_: None) == [1, 'two']


def test_what_is_made_by_a_finalizer_at_the_end_is_dropped_as_well():
    source = '''
class Chain:
    def __init__(self, left):
        self.left = left

    def __del__(self):
        print(self.left)
        if self.left:
            Chain(self.left - 1)

kept = Chain(3)
'''
    assert printed(source) == '3\n2\n1\n0\n'


def test_endless_finalizers_meet_the_limits():
    source = '''
class Again:
    def __del__(self):
        Again()

Again()
while True:
    pass
'''
    with pytest.raises(monty.MontyError):
        monty.Monty(source).run(limits={'max_duration_secs': 0.3})
    with pytest.raises(monty.MontyError):
        monty.Monty(source.replace('while True:\n    pass', '')).run(limits={'max_instructions': 100_000})


def test_host_calls_in_finalizers():
    program = monty.Monty('''
class A:
    def __del__(self):
        log(host())

A()
log('after')
''', external_functions=['host', 'log'])
    seen: list[object] = []
    program.run(external_functions={'host': lambda: 5, 'log': seen.append})
    assert seen == [5, 'after']
