# cython: annotation_typing=False, wraparound=True, boundscheck=True
"""From instructions with labels to ``Code``: jumps, exception table, constants, positions, final register numbers."""

from __future__ import annotations

import ast

from .code import BuiltinReference, Code
from .opcode_numbers import JOINED, JUMP, JUMPS, LOAD_CONST, LOAD_INT, LOOP, PAIRED, SHAPES
from .registers import CONSTANT_REGISTER, TEMPORARY, Registers

# Where a position is asked for: a node of the tree, a finished position, or None for "no place in the source".
Place = ast.AST | tuple[int, int, int, int] | None

NO_POSITION = (0, 0, 0, 0)

# Every register number must fit 16 bits, and 0xFFFF means "none".
MAX_REGISTERS = 65_000

# Constants from this index on are kept apart if a 32-bit operand is all that needs them, so that programs with very
# many constants still have numbers left for names and other 16-bit operands.
NEAR_CONSTANTS = 16_384
MAX_NEAR_CONSTANTS = 65_000
FAR = 1 << 28

# The most constants of one code that have a register of their own.
MAX_CONSTANT_REGISTERS = 32


class TooManyNames(Exception):
    """More names or constants in one function than 16-bit operands can number."""


class Label:
    """A place in the code that jumps lead to.

    Attributes:
        position: index of the instruction it stands before; -1 until it is placed.
        bound: registers that are surely bound at every jump to it so far, as a bit set.
        jumps: how many jumps lead to it so far.
    """

    __slots__ = ('position', 'bound', 'jumps')

    position: int
    bound: int
    jumps: int

    def __init__(self) -> None:
        self.position = -1
        self.bound = -1
        self.jumps = 0


class Region:
    """A stretch of code whose exceptions go to one handler. It has holes where code leaves the ``try`` on its way out.

    Attributes:
        target: where the handler begins.
        register: the register that receives the exception.
        start: where the current piece began.
        pieces: the finished pieces.
    """

    __slots__ = ('target', 'register', 'start', 'pieces')

    target: Label
    register: int
    start: int
    pieces: list[tuple[int, int]]

    def __init__(self, target: Label, register: int, start: int) -> None:
        self.target = target
        self.register = register
        self.start = start
        self.pieces = []


class Assembler(Registers):
    """Collects the instructions of one ``Code``.

    Code that cannot be reached is dropped as it comes: after a jump or a return nothing is kept until a label is
    placed that some jump leads to.

    Attributes:
        words: ``(opcode, flag, a, b, c, place)``; of a JUMP word, b is its label; of joined operands, b is both.
        dead: the place where the next instruction would stand cannot be reached.
        bound: the registers that are surely bound here, as a bit set; -1 (all of them) where ``dead``.
        barrier: words before this index stay where they are (something refers to the index).
        regions: the regions that are open, outermost first.
        constant_values, constant_registers: constants that have a register of their own, loaded at the entry.
    """

    __slots__ = ('words', 'dead', 'bound', 'barrier', 'regions', 'exception_entries', 'constants', 'constant_index',
                 'far_constants', 'far_index', 'constant_values', 'constant_registers')

    words: list[tuple[int, int, int, object, int, Place]]
    dead: bool
    bound: int
    barrier: int
    regions: list[Region]
    exception_entries: list[tuple[int, int, Label, int]]
    constants: list[object]
    constant_index: dict[object, int]
    far_constants: list[object]
    far_index: dict[object, int]
    constant_values: list[object]
    constant_registers: dict[object, int]

    def start_code(self, locals_count: int) -> None:
        """Begin a ``Code`` whose first registers are ``locals_count`` locals."""
        self.start_registers(locals_count)
        self.words = []
        self.dead = False
        self.bound = 0
        self.barrier = 0
        self.regions = []
        self.exception_entries = []
        self.constants = []
        self.constant_index = {}
        self.far_constants = []
        self.far_index = {}
        self.constant_values = []
        self.constant_registers = {}

    # --- instructions ---------------------------------------------------------------------------------------------

    def emit(self, opcode: int, flag: int, a: int, b: int, c: int, place: Place) -> None:
        """Add an instruction. Joined operands are given as ``b``."""
        if not self.dead:
            self.words.append((opcode, flag, a, b, c, place))

    def jump(self, label: Label, place: Place = None) -> None:
        """Jump to a label, forward or backward."""
        if not self.dead:
            label.bound &= self.bound
            label.jumps += 1
            self.words.append((JUMP, 0, 0, label, 0, place))
            self.dead = True
            self.bound = -1

    def test(self, opcode: int, flag: int, a: int, b: int, c: int, label: Label, place: Place) -> None:
        """Add an instruction that is followed by a jump word, and the jump to ``label``."""
        if not self.dead:
            label.bound &= self.bound
            label.jumps += 1
            self.words.append((opcode, flag, a, b, c, place))
            self.words.append((JUMP, 0, 0, label, 0, place))

    def end(self) -> None:
        """Note that what follows cannot be reached (after a return or a raise)."""
        self.dead = True
        self.bound = -1

    def place(self, label: Label) -> None:
        """Let a label stand before the next instruction."""
        words = self.words
        count = len(words)
        # A jump to just behind itself is dropped, unless it belongs to the test before it.
        while count > self.barrier and words[-1][3] is label and not (count > 1 and words[-2][0] in PAIRED):
            words.pop()
            count -= 1
            self.dead = False
        label.position = count
        self.barrier = count
        if not self.dead:
            self.bound &= label.bound
        elif label.jumps:
            self.dead = False
            self.bound = label.bound

    # --- exception table --------------------------------------------------------------------------------------------

    def open_region(self, target: Label, register: int) -> Region:
        """From here on exceptions go to ``target``, with the exception in ``register``."""
        region = Region(target, register, len(self.words))
        self.regions.append(region)
        self.barrier = len(self.words)
        return region

    def close_region(self) -> bool:
        """End the innermost region; returns whether it covers any instruction, that is, whether its handler lives."""
        region = self.regions.pop()
        self._close_piece(region)
        entries = self.exception_entries
        for start, end in region.pieces:
            entries.append((start, end, region.target, region.register))
        return bool(region.pieces)

    def suspend_regions(self, first: int) -> list[Region]:
        """Take the open regions from number ``first`` on out of force, and return them."""
        suspended = self.regions[first:]
        del self.regions[first:]
        for region in suspended:
            self._close_piece(region)
        return suspended

    def resume_regions(self, suspended: list[Region]) -> None:
        """Bring suspended regions into force again."""
        for region in suspended:
            region.start = len(self.words)
            self.regions.append(region)
        self.barrier = len(self.words)

    def _close_piece(self, region: Region) -> None:
        end = len(self.words)
        self.barrier = end
        if end > region.start:
            region.pieces.append((region.start, end))

    # --- constants --------------------------------------------------------------------------------------------------

    def constant(self, value: object) -> int:
        """Return the index of a constant, for a 16-bit operand."""
        kind = type(value)
        key = value if kind is str else constant_key(value, kind)
        index = self.constant_index.get(key)
        if index is None:
            index = len(self.constants)
            if index >= MAX_NEAR_CONSTANTS:
                raise TooManyNames
            self.constants.append(value)
            self.constant_index[key] = index
        return index

    def has_near_room(self) -> bool:
        """Whether constants for 16-bit operands should still be made where there is another way."""
        return len(self.constants) < NEAR_CONSTANTS

    def far_constant(self, value: object) -> int:
        """Return the index of a constant, for a 32-bit operand that the assembler finishes."""
        kind = type(value)
        key = value if kind is str else constant_key(value, kind)
        index = self.constant_index.get(key)
        if index is not None:
            return index
        if len(self.constants) < NEAR_CONSTANTS:
            index = len(self.constants)
            self.constants.append(value)
            self.constant_index[key] = index
            return index
        index = self.far_index.get(key)
        if index is None:
            index = FAR + len(self.far_constants)
            self.far_constants.append(value)
            self.far_index[key] = index
        return index

    def constant_register(self, value: object) -> int:
        """Return the register in which this code keeps a constant, or -1 if too many have one.

        That is for constants in loops: an instruction reads them in place, where it would need a load each time.
        """
        kind = type(value)
        key = value if kind is str else constant_key(value, kind)
        register = self.constant_registers.get(key)
        if register is None:
            count = len(self.constant_values)
            if count >= MAX_CONSTANT_REGISTERS:
                return -1
            register = self.constant_registers[key] = CONSTANT_REGISTER + count
            self.constant_values.append(value)
        return register

    # --- the end ----------------------------------------------------------------------------------------------------

    def finish(self, code: Code) -> None:
        """Fill in what the machine runs: instructions, positions, constants, exception table, register counts."""
        words = self.words
        entry: list[tuple[int, int, int, object, int, Place]] = []
        for value in self.constant_values:
            register = CONSTANT_REGISTER + len(entry)
            if is_small_int(value):
                entry.append((LOAD_INT, 0, register, value, 0, None))
            else:
                entry.append((LOAD_CONST, 0, register, self.far_constant(value), 0, None))
        shift = len(entry)
        if shift:
            words = entry + words
        first_temp = self.pinned_max + shift
        moved = first_temp - TEMPORARY
        constants_moved = self.pinned_max - CONSTANT_REGISTER
        code.instructions, code.positions = encode_words(words, shift, moved, constants_moved,
                                                         len(self.constants) - FAR)
        code.constants = self.constants + self.far_constants
        code.first_temp = first_temp
        code.register_count = first_temp + self.max_depth
        code.exception_table = [(start + shift, end + shift, target.position + shift, register)
                                for start, end, target, register in self.exception_entries]


def encode_words(words: list, shift: int, moved: int, constants_moved: int,
                 far_moved: int) -> tuple[list[int], list[tuple[int, int, int, int]]]:
    """Return the instruction words and their positions.

    Labels count from word ``shift``. ``moved`` is what the numbers of temporaries change by, ``constants_moved`` is that
    of registers of constants, ``far_moved`` that of far constants. The build compiles this
    file to C with the types in assembler.pxd: this loop is where a good part of the compiler's time goes.
    """
    instructions: list[int] = []
    positions: list[tuple[int, int, int, int]] = []
    shapes = SHAPES
    last_place: object = None
    position = NO_POSITION
    number = 0
    for opcode, flag, a, b_or_label, c, place in words:
        number += 1
        shape = shapes[opcode]
        if shape & JUMPS:
            distance = _destination(words, b_or_label, shift) - number
            instructions.append((LOOP if distance < 0 else JUMP) | (distance & 0xFFFFFFFF) << 32)
        else:
            b = b_or_label
            if shape & 1 and a >= CONSTANT_REGISTER:
                a += moved if a >= TEMPORARY else constants_moved
            if shape & JOINED:
                if b >= FAR and opcode != LOAD_INT:
                    b += far_moved
                instructions.append(opcode | flag << 8 | a << 16 | (b & 0xFFFFFFFF) << 32)
            else:
                if shape & 2 and b >= CONSTANT_REGISTER:
                    b += moved if b >= TEMPORARY else constants_moved
                if shape & 4 and c >= CONSTANT_REGISTER:
                    c += moved if c >= TEMPORARY else constants_moved
                instructions.append(opcode | flag << 8 | a << 16 | (b & 0xFFFF) << 32 | (c & 0xFFFF) << 48)
        if place is not last_place:
            last_place = place
            if place is None:
                position = NO_POSITION
            elif type(place) is tuple:
                position = place
            else:
                position = (place.lineno, place.end_lineno, place.col_offset, place.end_col_offset)
        positions.append(position)
    return instructions, positions


def _destination(words: list, label: Label, shift: int) -> int:
    """Return the index a jump to this label leads to, through jumps that stand there."""
    count = len(words)
    position = label.position + shift
    for _ in range(16):
        if position >= count or words[position][0] != JUMP:
            break
        if position and words[position - 1][0] in PAIRED:
            break
        position = words[position][3].position + shift
    return position


def is_small_int(value: object) -> bool:
    """Whether LOAD_INT can load a value."""
    return type(value) is int and -0x80000000 <= value < 0x80000000


def constant_key(value: object, kind: type) -> object:
    """Return a key that is equal only for constants that are the same in type and value (0.0 is not -0.0)."""
    if kind is int or kind is bool or value is None or value is Ellipsis or kind is bytes:
        return kind, value
    if kind is float or kind is complex:
        return kind, repr(value)
    if kind is tuple:
        return kind, tuple([constant_key(item, type(item)) for item in value])
    if kind is frozenset:
        return kind, frozenset([constant_key(item, type(item)) for item in value])
    if kind is BuiltinReference:
        return kind, value.name
    return kind, id(value)
