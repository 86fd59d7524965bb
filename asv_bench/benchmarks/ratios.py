"""How many times faster than the CPython that hosts it Monty runs each program."""

from __future__ import annotations

from .measuring import compare, program_names


class Ratios:
    params = program_names()
    param_names = ['program']
    timeout = 120

    def track_ratio(self, program: str) -> float:
        return compare(program).ratio

    track_ratio.unit = 'CPython time / Monty time'
