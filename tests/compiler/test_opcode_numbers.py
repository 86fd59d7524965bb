"""The names of opcode_numbers.py are those of the table."""

from monty.compiler import opcode_numbers
from monty.compiler.opcodes import OPCODES


def test_every_opcode_has_its_name() -> None:
    for row in OPCODES:
        assert getattr(opcode_numbers, row.name) == row.number
    assert len(opcode_numbers.SHAPES) == len(OPCODES)
