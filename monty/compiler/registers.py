"""Allocation of a frame's registers: ``[parameters and locals | pinned | constants | temporaries]``.

How many pinned registers a frame needs is known only when all its code is generated, so registers that hold a constant
are numbered from ``CONSTANT_REGISTER`` and temporaries from ``TEMPORARY`` until the assembler moves them behind the
pinned ones.
"""

from __future__ import annotations

# The number of the first register that holds a constant while code is being generated: above any a frame can have.
CONSTANT_REGISTER = 0x10000

# The number of the first temporary while code is being generated. What is below is read in place.
TEMPORARY = 0x20000


class Registers:
    """The registers of one frame. Temporaries and pinned registers are two stacks: last taken, first given back.

    Attributes:
        depth: how many temporaries are in use. Who consumes temporaries sets it back to where they began.
        max_depth: the most that ever were.
        pinned_top: the first register that is neither a local nor a pinned register in use.
        pinned_high: the highest ``pinned_top`` since somebody lowered this (to learn what a stretch of code used).
        pinned_max: the highest ``pinned_top`` of all.
    """

    __slots__ = ('depth', 'max_depth', 'pinned_top', 'pinned_high', 'pinned_max')

    depth: int
    max_depth: int
    pinned_top: int
    pinned_high: int
    pinned_max: int

    def start_registers(self, locals_count: int) -> None:
        """Begin a frame whose first registers are ``locals_count`` locals."""
        self.depth = 0
        self.max_depth = 0
        self.pinned_top = locals_count
        self.pinned_high = locals_count
        self.pinned_max = locals_count

    def temporary(self) -> int:
        """Take the next temporary."""
        depth = self.depth
        self.depth = depth + 1
        if depth >= self.max_depth:
            self.max_depth = depth + 1
        return TEMPORARY + depth

    def temporaries(self, count: int) -> int:
        """Take ``count`` consecutive temporaries and return the first. With 0, its number is still within the frame."""
        first = self.depth
        self.depth = first + count
        if first + count >= self.max_depth:
            self.max_depth = first + (count or 1)
        return TEMPORARY + first

    def pin(self, count: int = 1) -> int:
        """Take ``count`` consecutive pinned registers and return the first."""
        first = self.pinned_top
        top = first + count
        self.pinned_top = top
        if top > self.pinned_high:
            self.pinned_high = top
            if top > self.pinned_max:
                self.pinned_max = top
        return first

    def unpin(self, first: int) -> None:
        """Give back the pinned registers from ``first`` on."""
        self.pinned_top = first
