"""What a program may use up: ``ResourceLimits``, the defaults, and how the two come together."""

from __future__ import annotations

from typing import Literal, TypedDict

__all__ = ['ResourceLimits', 'DEFAULT_LIMITS', 'DEFAULT', 'resolve']


class ResourceLimits(TypedDict, total=False):
    """Limits for one run. A key that is left out keeps its default; None as its value lifts that one limit.

    Attributes:
        max_memory: bytes of the sandbox's own heap. Default 256 MiB.
        max_allocations: how many blocks of memory may be allocated in all. No default limit.
        max_duration_secs: seconds of running, the time spent waiting for the host not counted. Default 30.
        max_recursion_depth: nested calls before RecursionError, which the program may catch. Default 1000.
        max_instructions: instructions of the machine; the same program with the same inputs always stops at the same
            place. No default limit.
        max_output_bytes: UTF-8 bytes written by ``print``. Default 16 MiB.
        gc_interval: allocations between two searches for unreachable cycles; it trades time for memory, and None
            leaves the moment to the machine, which is also the default.
    """

    max_memory: int | None
    max_allocations: int | None
    max_duration_secs: float | None
    max_recursion_depth: int | None
    max_instructions: int | None
    max_output_bytes: int | None
    gc_interval: int | None


# What a run gets when nobody says anything: enough for what agents write, too little to hurt the host.
DEFAULT_LIMITS: ResourceLimits = {
    'max_memory': 256 * 1024 * 1024,
    'max_allocations': None,
    'max_duration_secs': 30.0,
    'max_recursion_depth': 1000,
    'max_instructions': None,
    'max_output_bytes': 16 * 1024 * 1024,
    'gc_interval': None,
}

# The value of a ``limits`` parameter that was not passed. (None, passed explicitly, lifts every limit.)
DEFAULT: Literal['default'] = 'default'

_UNLIMITED: ResourceLimits = dict.fromkeys(DEFAULT_LIMITS)  # type: ignore[assignment]
_LARGEST = 2**63 - 1


def resolve(limits: ResourceLimits | None | Literal['default'] = DEFAULT) -> ResourceLimits:
    """Return limits with every key present, None standing for no limit.

    Arguments:
        limits: what the caller passed: ``DEFAULT`` for nothing at all, None to lift every limit, or a dict whose
            entries stand instead of the defaults.

    Raises:
        TypeError: if ``limits`` or one of its values is of the wrong type.
        ValueError: if a key is unknown or a value out of range.
    """
    if limits is None:
        return _UNLIMITED
    if limits is DEFAULT:
        return DEFAULT_LIMITS
    if not isinstance(limits, dict):
        raise TypeError(f'limits must be a dict or None, not {type(limits).__name__}')
    resolved: dict[str, object] = dict(DEFAULT_LIMITS)
    for name, value in limits.items():
        if name not in DEFAULT_LIMITS:
            raise ValueError(f'unknown limit {name!r}; the limits are {", ".join(DEFAULT_LIMITS)}')
        if value is not None:
            value = _check(name, value)
        resolved[name] = value
    return resolved  # type: ignore[return-value]


def _check(name: str, value: object) -> int | float:
    """Return the value of a limit if it is of the right type and in range."""
    if name == 'max_duration_secs':
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise TypeError(f'max_duration_secs must be a number or None, not {type(value).__name__}')
        if not 0 < value < 2**31:
            raise ValueError(f'max_duration_secs must be above 0 and below 2**31, not {value!r}')
        return float(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f'{name} must be an int or None, not {type(value).__name__}')
    lowest = 0 if name == 'max_output_bytes' else 1
    if not lowest <= value <= _LARGEST:
        raise ValueError(f'{name} must be at least {lowest} and below 2**63, not {value}')
    return value
