"""Register code as text, beside the source lines it was made from.

    from monty.compiler.compile import compile_module
    print(disassemble(compile_module(source), source))
"""

from __future__ import annotations

from .code import ASYNC_GENERATOR, COROUTINE, GENERATOR, VARARGS, VARKEYWORDS, BuiltinReference, Code, Module
from .opcodes import BY_NAME, NO_REGISTER, OPCODES, Opcode, decode, joined

MAX_CONSTANT = 60

_CALL_METHOD = BY_NAME['CALL_METHOD'].number


def disassemble(program: Module | Code, source: str | None = None) -> str:
    """Return the instructions of a program, or of one code, and of all codes inside it, as text.

    Each line of source stands above the instructions made from it; where control comes back to a line that was shown
    before, only its number does.

    Arguments:
        program: what the compiler made. It must be sound: what comes from outside goes through the verifier first.
        source: the text it was made from; without it only line numbers are shown.
    """
    lines: list[str] = []
    if source is not None:
        lines = source.replace('\r\n', '\n').replace('\r', '\n').split('\n')
    if isinstance(program, Module):
        code, global_names = program.code, program.global_names
    else:
        code, global_names = program, []
    texts: list[str] = []
    pending = [code]
    while pending:
        current = pending.pop()
        texts.append(_Listing(current, global_names, lines).text())
        pending.extend(constant for constant in reversed(current.constants) if isinstance(constant, Code))
    return '\n'.join(texts)


class _Listing:
    """The text of one code in the making.

    Attributes:
        code: the code.
        global_names: names of the module's globals by slot; empty if they are not known.
        lines: the lines of the source; empty if they are not known.
        labels: the names of instructions that jumps or the exception table lead to.
    """

    def __init__(self, code: Code, global_names: list[str], lines: list[str]) -> None:
        self.code = code
        self.global_names = global_names
        self.lines = lines
        targets = {entry[2] for entry in code.exception_table}
        for number, word in enumerate(code.instructions):
            if 'jump' in OPCODES[word & 0xFF].operands:
                targets.add(number + 1 + joined(word))
        self.labels = {target: f'L{count}' for count, target in enumerate(sorted(targets), 1)}

    def text(self) -> str:
        """Return the whole listing, with a newline at its end."""
        out = [self.header()]
        shown: set[int] = set()
        last_line = -1
        number = 0
        instructions = self.code.instructions
        while number < len(instructions):
            line = self.code.positions[number][0]
            if line != last_line:
                last_line = line
                out.append(self.source_line(line, line in shown))
                shown.add(line)
            row = OPCODES[instructions[number] & 0xFF]
            label = self.labels.get(number)
            operands = self.operands(number, row)
            out.append(f'{label + ":" if label else "":>12} {number:>4}  {row.name:<16} {operands}'.rstrip())
            number += 2 if row.followed_by else 1
        for start, end, target, register in self.code.exception_table:
            out.append(f'{"":>12} exceptions in {start}..{end - 1} to {self.labels[target]} as '
                       f'{self.register(register)}')
        return '\n'.join(out) + '\n'

    def header(self) -> str:
        """Return the line that says which code this is, and what its frame looks like."""
        code = self.code
        parts = [f'{code.qualname}({", ".join(self.parameters())})' if code.first_line and code.name != '<module>'
                 else code.qualname]
        pinned = code.first_temp - len(code.register_names)
        parts.append(f'{len(code.register_names)} named, {pinned} pinned, '
                     f'{code.register_count - code.first_temp} temporary registers')
        if code.flags & (GENERATOR | COROUTINE | ASYNC_GENERATOR):
            parts.append('generator')
        if code.free_names:
            parts.append('free: ' + ', '.join(code.free_names))
        return '== ' + '; '.join(parts)

    def parameters(self) -> list[str]:
        """Return the parameters as a def would list them, without defaults."""
        code = self.code
        names = code.register_names
        listed = names[:code.argcount]
        if code.posonly:
            listed.insert(code.posonly, '/')
        following = code.argcount + code.kwonly
        if code.flags & VARARGS:
            listed.append('*' + names[following])
            following += 1
        elif code.kwonly:
            listed.append('*')
        listed += names[code.argcount:code.argcount + code.kwonly]
        if code.flags & VARKEYWORDS:
            listed.append('**' + names[following])
        return listed

    def source_line(self, line: int, shown: bool) -> str:
        """Return what stands above the instructions of a line."""
        if not line:
            return '   - |'
        text = self.lines[line - 1] if not shown and line <= len(self.lines) else ''
        return f'{line:>4} | {text}'.rstrip()

    def operands(self, number: int, row: Opcode) -> str:
        """Return the operands of an instruction as text, those of the word that follows it included."""
        code = self.code
        word = code.instructions[number]
        _, flag, a, b, c = decode(word)
        parts: list[str] = []
        for kind, operand in zip(row.operands, (a, b, c)):
            if kind in ('dst', 'src', 'use'):
                parts.append(self.register(operand))
            elif kind == 'args':
                parts.append(self.registers(operand, eval(row.span, {'a': a, 'b': b, 'c': c, 'flag': flag})))
            elif kind == 'reg?':
                parts.append(self.register(operand) if operand != NO_REGISTER else '-')
            elif kind == 'imm':
                parts.append(str(operand - 0x10000 if operand & 0x8000 else operand))
            elif kind == 'imm32':
                parts.append(str(joined(word)))
            elif kind == 'num':
                parts.append(str(operand))
            elif kind == 'const':
                parts.append(self.constant(operand))
            elif kind == 'const32':
                parts.append(self.constant(joined(word)))
            elif kind == 'name':
                parts.append(str(code.constants[operand]))
            elif kind == 'slot':
                parts.append(self.global_name(operand))
            elif kind == 'free':
                parts.append(code.free_names[operand])
            elif kind == 'jump':
                parts.append(self.labels[number + 1 + joined(word)])
        text = ', '.join(parts)
        remark = _flag_text(row, flag)
        if remark:
            text += f'  ({remark})'
        if row.followed_by == 'JUMP':
            text += f' -> {self.labels[number + 2 + joined(code.instructions[number + 1])]}'
        elif row.followed_by == 'EXT':
            text += self.extension(row, code.instructions[number + 1])
        return text

    def extension(self, row: Opcode, word: int) -> str:
        """Return the contents of an EXT word as text."""
        constant = self.constant(joined(word))
        if row.number != _CALL_METHOD:
            return f', {constant}'
        names = word >> 16 & 0xFFFF
        text = f', .{self.code.constants[joined(word)]}'
        return f'{text}, {self.constant(names - 1)}' if names else text

    def register(self, number: int) -> str:
        """Return the name of a register: its variable's, or p (pinned) or t (temporary) with a number."""
        code = self.code
        if number < len(code.register_names):
            return code.register_names[number]
        if number < code.first_temp:
            return f'p{number - len(code.register_names)}'
        return f't{number - code.first_temp}'

    def registers(self, first: int, count: int) -> str:
        """Return the name of consecutive registers."""
        if count == 0:
            return '-'
        if count == 1:
            return self.register(first)
        return f'{self.register(first)}..{self.register(first + count - 1)}'

    def global_name(self, slot: int) -> str:
        if slot == NO_REGISTER:
            return '-'
        return self.global_names[slot] if slot < len(self.global_names) else f'global {slot}'

    def constant(self, index: int) -> str:
        """Return a constant as text of bounded length."""
        value = self.code.constants[index]
        if isinstance(value, Code):
            return f'<code {value.qualname}>'
        if isinstance(value, BuiltinReference):
            return value.name
        if isinstance(value, int) and value.bit_length() > 1_000:
            return f'<int of {value.bit_length()} bits>'
        if isinstance(value, (str, bytes, tuple, frozenset)) and len(value) > MAX_CONSTANT:
            return f'<{type(value).__name__} of length {len(value)}>'
        if isinstance(value, frozenset):
            # Sorted: a set of str would look different each time.
            text = 'frozenset({' + ', '.join(sorted(map(repr, value))) + '})'
        else:
            text = repr(value)
        return text if len(text) <= MAX_CONSTANT else text[:MAX_CONSTANT - 3] + '...'


def _flag_text(row: Opcode, flag: int) -> str:
    """Return what the flag of an instruction means, or ''."""
    if row.followed_by == 'JUMP' and row.name.startswith('IF_'):
        return 'if true' if flag else 'if false'
    if not flag:
        return ''
    if row.name in ('IS', 'IN'):
        return 'not'
    if row.name == 'FORMAT':
        return f'!{flag:c}'
    if row.name == 'IMPORT':
        return 'top package'
    if row.name == 'MAKE_FUNCTION':
        return ', '.join(name for bit, name in ((1, 'defaults'), (2, 'keyword defaults'), (4, 'annotations'))
                         if flag & bit)
    if row.name == 'WITH_ENTER':
        return 'async'
    if row.name == 'GET_DELEGATE':
        return ('yield from', 'await', 'aenter', 'aexit', 'anext')[flag]
    if row.name in ('LIST_EXTEND', 'DICT_MERGE'):
        return 'with keywords' if row.name == 'LIST_EXTEND' else 'all'
    return 'in place'
