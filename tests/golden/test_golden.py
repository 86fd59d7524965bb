"""The code that the compiler makes of small programs: each NAME.py here, and its disassembly in NAME.txt."""

import os
from pathlib import Path

import pytest

from monty.compiler.compile import compile_module
from monty.compiler.disassembler import disassemble
from monty.compiler.verifier import verify

HERE = Path(__file__).parent
HEADER = '# The code of {}. Regenerate with MONTY_REGENERATE=1 in the environment of: pytest tests/golden\n'


@pytest.mark.parametrize('name', sorted(path.stem for path in HERE.glob('*.py') if not path.stem.startswith('test_')))
def test_disassembly(name):
    source = (HERE / f'{name}.py').read_text(encoding='utf-8')
    module = compile_module(source, f'{name}.py')
    verify(module)
    text = HEADER.format(f'{name}.py') + disassemble(module, source)
    golden = HERE / f'{name}.txt'
    if os.environ.get('MONTY_REGENERATE') == '1':
        golden.write_text(text, encoding='utf-8')
    assert text == golden.read_text(encoding='utf-8')
