"""What the golden files do not show: every opcode, missing sources, odd constants."""

from pathlib import Path

from monty.compiler.code import BuiltinReference, Code
from monty.compiler.compile import compile_module
from monty.compiler.disassembler import disassemble
from monty.compiler.opcodes import BY_NAME, OPCODES, encode


def test_all_programs():
    for path in (Path(__file__).parents[1] / 'programs').glob('**/*.py'):
        source = path.read_text(encoding='utf-8')
        try:
            module = compile_module(source, path.name)
        except Exception:
            continue
        assert disassemble(module, source).startswith('== <module>')


def test_each_line_once():
    text = disassemble(compile_module('x = 0\nwhile x < 3:\n    x += 1\n'), 'x = 0\nwhile x < 3:\n    x += 1\n')
    assert [text.count(line) for line in ('x = 0', 'while x < 3:', 'x += 1')] == [1, 1, 1]


def test_without_source():
    assert '   1 |\n' in disassemble(compile_module('x = 1'))
    assert '   1 |\n' in disassemble(compile_module('x = 1'), '')


def test_one_code():
    module = compile_module('def f(a):\n    return a + g()\n')
    code = next(constant for constant in module.code.constants if isinstance(constant, Code))
    text = disassemble(code)
    assert text.startswith('== f(a); ')
    assert '<module>' not in text


def test_every_opcode():
    code = next(constant for constant in compile_module('def f(a, b): pass').code.constants if isinstance(constant, Code))
    code.constants = ['name', ('x',), BuiltinReference('len'), 1 << 5000, 'long' * 100, (1.5,) * 18]
    code.free_names = ['free']
    for row in OPCODES:
        code.instructions = [encode(row.number, 0, 0, 0, 0), encode(0, 0, 1, 0, 0)]
        if row.followed_by == 'JUMP':
            code.instructions[1] = encode(BY_NAME['JUMP'].number, 0, 0, 0, 0)
        code.positions = [(1, 1, 0, 1)] * 2
        assert row.name in disassemble(code)


def test_odd_constants():
    source = f'x = {"9" * 1000}\ny = "{"long" * 100}"\nz = 0x{"f" * 1000}\n'
    text = disassemble(compile_module(source))
    assert '<int of 3322 bits>' in text and '<str of length 400>' in text and '<int of 4000 bits>' in text
