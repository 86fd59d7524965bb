"""Makes random programs that always end: for comparing the compiler with CPython's."""

from __future__ import annotations

import random

NAMES = ['a', 'b', 'c', 'd']


class Writer:
    """Writes one program."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.lines: list[str] = []
        self.counter = 0
        self.loops = 0
        self.functions: list[str] = []
        self.in_function = 0
        self.locals: list[str] = list(NAMES)
        self.comprehension = 0
        self.no_walrus = 0

    def program(self) -> str:
        """Return the program."""
        choose = self.random
        self.put(0, 'def p(*x): print(*x); return x[-1]')
        for _ in range(choose.randint(0, 3)):
            self.function(0)
        if choose.random() < 0.9:
            self.put(0, "a, b, c, d = 1, 2, [3], 'x'")
        for _ in range(choose.randint(3, 8)):
            if choose.random() < 0.8:
                self.put(0, 'try:')
                self.statement(1, 3)
                self.put(0, 'except Exception as error: print(type(error).__name__, error)')
            else:
                self.statement(0, 3)
        self.put(0, self.expression(3))
        return '\n'.join(self.lines) + '\n'

    def put(self, indent: int, text: str) -> None:
        self.lines.append('    ' * indent + text)

    def name(self) -> str:
        return self.random.choice(self.locals)

    def expression(self, depth: int) -> str:
        """Return an expression; many raise TypeError or NameError when evaluated, which is as good a result as any."""
        choose = self.random
        if depth <= 0 or choose.random() < 0.2:
            return choose.choice([self.name(), self.name(), str(choose.randint(-3, 9)), '1.5', "'s'", 'None', 'True', '[]'])
        kind = choose.randrange(23)
        sub = depth - 1
        e = self.expression
        if kind <= 2:
            return f'({e(sub)} {choose.choice(["+", "-", "*", "//", "%", "|", "&", "+", "-"])} {e(sub)})'
        if kind == 3:
            return f'({e(sub)} {choose.choice(["<", "<=", "==", "!=", ">", ">=", "is", "is not", "in", "not in"])} {e(sub)})'
        if kind == 4:
            return f'({e(sub)} < {e(sub)} <= {e(sub)})'
        if kind == 5:
            return f'({e(sub)} {choose.choice(["and", "or"])} {e(sub)} {choose.choice(["and", "or"])} {e(sub)})'
        if kind == 6:
            return f'({e(sub)} if {e(sub)} else {e(sub)})'
        if kind == 7:
            return f'(not {e(sub)})'
        if kind == 8 and not self.no_walrus:
            return f'({self.name()} := {e(sub)})'
        if kind in (9, 10):
            return f'p({choose.randint(0, 99)}, {e(sub)})'
        if kind == 11:
            return f'[{e(sub)}, {e(sub)}, *[{e(sub)}]]'
        if kind == 12:
            return f'({e(sub)}, {e(sub)})'
        if kind == 13:
            return f'{{{choose.randint(0, 3)}: {e(sub)}, "k": {e(sub)}, **{{"z": {e(sub)}}}}}'
        if kind == 14:
            return f'[{e(sub)}, {e(sub)}][{e(sub)}]'
        if kind == 15:
            text = e(sub)
            if "'" in text or '"' in text or ':=' in text:
                return f'str({text})'
            return f"f'{{({text})!r}}-{{{self.name()}}}'"
        if kind in (16, 17):
            return self.comprehended(sub)
        if kind == 18 and self.functions:
            return f'{choose.choice(self.functions)}({e(sub)}, {choose.choice(["", "b=", "*"])}{e(sub)})'
        if kind == 19:
            return f'(lambda a, b={e(sub)}: {self.inner(sub, ["a", "b"])})({e(sub)})'
        if kind == 20:
            return f'p(*[{e(sub)}], {e(sub)}, **{{}})'
        if kind == 21:
            return f'[{e(sub)}].count({e(sub)})'
        return f'-{e(sub)}'

    def inner(self, depth: int, names: list[str]) -> str:
        saved = self.locals
        walrus = self.no_walrus
        self.locals = saved + names
        text = self.expression(depth)
        self.locals = saved
        self.no_walrus = walrus
        return text

    def comprehended(self, depth: int) -> str:
        choose = self.random
        if self.comprehension >= 2:
            return 'sum(range(3))'
        self.comprehension += 1
        self.no_walrus += 1
        variable = f'v{self.comprehension}' if choose.random() < 0.7 else choose.choice(NAMES)
        iterable = choose.choice(['range(3)', '[1, 2]', '(3, 4)', self.expression(depth)])
        element = self.inner(depth, [variable])
        condition = f' if {self.inner(depth - 1, [variable])}' if choose.random() < 0.4 else ''
        second = f' for w{self.comprehension} in ({variable}, 5)' if choose.random() < 0.2 else ''
        self.no_walrus -= 1
        self.comprehension -= 1
        loop = f'for {variable} in {iterable}{second}{condition}'
        return choose.choice([f'[{element} {loop}]', f'len([lambda: {element} {loop}])', f'list({element} {loop})',
                              f'[x() for x in [lambda: {element} {loop}]]', f'{{str({element}): {variable} {loop}}}'])

    def block(self, indent: int, count: int, depth: int) -> None:
        for _ in range(count):
            self.statement(indent, depth)

    def statement(self, indent: int, depth: int) -> None:
        choose = self.random
        e = self.expression
        kind = choose.randrange(26)
        if depth <= 0 and kind >= 12:
            kind = choose.randrange(12)
        if kind <= 2:
            self.put(indent, f'{self.name()} = {e(2)}')
        elif kind == 3:
            self.put(indent, f'{self.name()} {choose.choice(["+=", "-=", "*="])} {e(2)}')
        elif kind == 4:
            self.put(indent, f'{self.name()}, {self.name()} = {e(1)}, {e(2)}')
        elif kind == 5:
            self.put(indent, f'{self.name()}, (*{self.name()}, {self.name()}) = {e(1)}, [{e(1)}, {e(1)}, 2]')
        elif kind == 6:
            self.put(indent, f'{self.name()} = {self.name()} = {e(1)}')
        elif kind == 7:
            self.put(indent, f'p({e(2)})')
        elif kind == 8:
            self.put(indent, f'del {self.name()}' if choose.random() < 0.4 else f'assert {e(2)}, {e(1)}')
        elif kind == 9:
            self.put(indent, choose.choice(['break', 'continue']) if self.loops else f'p({self.name()})')
        elif kind == 10:
            self.put(indent, f'return {e(2)}' if self.in_function and choose.random() < 0.5 else f'p({e(2)})')
        elif kind == 11:
            self.put(indent, choose.choice([f'raise ValueError({e(1)})', 'raise', f'x = [{e(1)}]; x[{e(1)}] = {e(1)}',
                                            f'x = [1, 2]; x[{e(1)}] += {e(1)}']))
        elif kind <= 14:
            self.put(indent, f'if {e(2)}:')
            self.block(indent + 1, choose.randint(1, 2), depth - 1)
            if choose.random() < 0.3:
                self.put(indent, f'elif {e(2)}:')
                self.block(indent + 1, 1, depth - 1)
            if choose.random() < 0.5:
                self.put(indent, 'else:')
                self.block(indent + 1, choose.randint(1, 2), depth - 1)
        elif kind <= 17:
            self.loop(indent, depth)
        elif kind <= 23:
            self.try_(indent, depth)
        elif self.in_function < 2:
            self.function(indent)
        else:
            self.put(indent, f'p({e(1)})')

    def loop(self, indent: int, depth: int) -> None:
        choose = self.random
        if choose.random() < 0.6:
            target = choose.choice([self.name(), self.name(), f'{self.name()}, {self.name()}'])
            iterable = choose.choice(['range(3)', '[1, 2]', f'range({self.expression(1)})' if self.random.random() < 0.2
                                      else 'range(1, 6, 2)', '[(1, 2), (3, 4)]'])
            self.put(indent, f'for {target} in {iterable}:')
        else:
            self.counter += 1
            counter = f'n{self.counter}'
            self.put(indent, f'{counter} = 0')
            self.put(indent, f'while {counter} < 3 and {self.expression(1)}:' if choose.random() < 0.6 else 'while True:')
            self.put(indent + 1, f'{counter} += 1')
            self.put(indent + 1, f'if {counter} > 3: break')
        self.loops += 1
        self.block(indent + 1, choose.randint(1, 3), depth - 1)
        self.loops -= 1
        if choose.random() < 0.3:
            self.put(indent, 'else:')
            self.block(indent + 1, 1, depth - 1)

    def try_(self, indent: int, depth: int) -> None:
        choose = self.random
        self.put(indent, 'try:')
        self.block(indent + 1, choose.randint(1, 2), depth - 1)
        handlers = choose.randint(0, 2)
        for _ in range(handlers):
            kind = choose.choice(['TypeError', 'ValueError', '(NameError, TypeError)', 'Exception', 'IndexError'])
            name = f' as {self.name()}' if choose.random() < 0.4 else ''
            self.put(indent, f'except {kind}{name}:')
            self.block(indent + 1, choose.randint(1, 2), depth - 1)
        if handlers and choose.random() < 0.3:
            self.put(indent, 'else:')
            self.block(indent + 1, 1, depth - 1)
        if not handlers or choose.random() < 0.4:
            self.put(indent, 'finally:')
            self.block(indent + 1, choose.randint(1, 2), depth - 1)

    def function(self, indent: int) -> None:
        choose = self.random
        self.counter += 1
        name = f'f{self.counter}'
        self.put(indent, f'def {name}({choose.choice(["a, b", "a, b=1", "a, *b", "a, b=None, **c", "a"])}):')
        if self.in_function == 0 and choose.random() < 0.4:
            self.put(indent + 1, f'global {choose.choice(["c", "d"])}' if 'c' not in self.lines[-1].split('(')[1] else 'global d')
        elif self.in_function and choose.random() < 0.3 and ', b' not in self.lines[-1]:
            self.put(indent + 1, 'nonlocal b')
        loops, self.loops = self.loops, 0
        functions = list(self.functions)
        self.in_function += 1
        self.block(indent + 1, choose.randint(2, 5), 2)
        self.put(indent + 1, f'return {self.expression(2)}')
        self.in_function -= 1
        self.loops = loops
        self.functions = functions
        self.functions.append(name)
        if self.in_function == 0 and len(self.functions) > 4:
            self.functions.pop(0)
