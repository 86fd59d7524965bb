"""The command ``monty``: run, check or disassemble a program in a file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import MontyError, MontyRuntimeError, MontySyntaxError
from .limits import DEFAULT, DEFAULT_LIMITS, resolve
from .version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .limits import ResourceLimits

# Exit codes: the program failed, or could not be compiled; the command itself was used wrongly (argparse's code).
FAILED = 1
WRONG_USE = 2

# Options that set limits: option, key of ResourceLimits, type, help.
_LIMIT_OPTIONS = (
    ('--max-memory', 'max_memory', int, 'bytes of the sandbox\'s heap'),
    ('--max-duration', 'max_duration_secs', float, 'seconds of running'),
    ('--max-instructions', 'max_instructions', int, 'instructions of the machine'),
    ('--max-recursion', 'max_recursion_depth', int, 'nested calls'),
    ('--max-output', 'max_output_bytes', int, 'bytes of output'),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (default: those of the process) and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        source = _read(options.file)
    except OSError as error:
        print(f'monty: {options.file}: {error.strerror or error}', file=sys.stderr)
        return WRONG_USE
    name = '<stdin>' if options.file == '-' else options.file
    try:
        result: int = options.command(source, name, options)
        return result
    except (MontyRuntimeError, MontySyntaxError) as error:
        sys.stdout.flush()
        print(error.display('traceback'), file=sys.stderr)
        return FAILED
    except MontyError as error:
        sys.stdout.flush()
        print(f'{type(error).__name__}: {error}', file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output (head, less) has gone. Python must not try to flush to it at exit.
        sys.stdout = None  # type: ignore[assignment]
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog='monty', description='Run Python that nobody has read yet, inside limits '
                                                               'and without any way to the host.')
    parser.add_argument('--version', action='version', version=f'monty {__version__}')
    commands = parser.add_subparsers(title='commands', required=True, metavar='COMMAND')

    run = commands.add_parser('run', help='run a program and print the value of its last expression')
    for option, key, kind, text in _LIMIT_OPTIONS:
        default = DEFAULT_LIMITS[key]  # type: ignore[literal-required]
        run.add_argument(option, dest=key, type=kind, metavar='N',
                         help=f'{text} (default: {"no limit" if default is None else default})')
    run.add_argument('--no-limits', action='store_true', help='lift every limit that no other option sets')
    run.add_argument('--quiet', action='store_true', help='do not print the value of the last expression')
    run.set_defaults(command=_run)

    check = commands.add_parser('check', help='compile a program without running it')
    check.set_defaults(command=_check)

    dis = commands.add_parser('dis', help='print the register code of a program beside its source lines')
    dis.set_defaults(command=_disassemble)

    for command in (run, check, dis):
        command.add_argument('file', metavar='FILE', help='the program; - reads it from standard input')
    return parser


def _read(file: str) -> bytes:
    return sys.stdin.buffer.read() if file == '-' else Path(file).read_bytes()


def _run(source: bytes, name: str, options: argparse.Namespace) -> int:
    from .compiler.parse import decode_source
    from .program import Monty

    limits = _limits(options)
    try:
        resolve(limits)
    except ValueError as error:
        print(f'monty: {error}', file=sys.stderr)
        return WRONG_USE
    program = Monty(decode_source(source, name), script_name=name)
    try:
        value = program.run() if limits is DEFAULT else program.run(limits=limits)
    except MontyRuntimeError as error:
        if error.data.builtin_type != 'SystemExit':
            raise
        return _exit_status(error.data.args)
    if value is not None and not options.quiet:
        print(repr(value))
    return 0


def _exit_status(args: tuple[object, ...]) -> int:
    """Return the exit status that a program asks for by SystemExit; what is no number is printed, as Python does."""
    code = args[0] if len(args) == 1 else args or None
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    sys.stdout.flush()
    print(code, file=sys.stderr)
    return FAILED


def _limits(options: argparse.Namespace) -> ResourceLimits | str:
    """Return the limits that the options set, or DEFAULT if they set none."""
    limits: dict[str, object] = dict.fromkeys(DEFAULT_LIMITS) if options.no_limits else {}
    for _, key, _, _ in _LIMIT_OPTIONS:
        value = getattr(options, key)
        if value is not None:
            limits[key] = value
    return limits or DEFAULT  # type: ignore[return-value]


def _check(source: bytes, name: str, options: argparse.Namespace) -> int:
    _compile(source, name)
    return 0


def _disassemble(source: bytes, name: str, options: argparse.Namespace) -> int:
    from .compiler.disassembler import disassemble

    text, module = _compile(source, name)
    print(disassemble(module, text), end='')
    return 0


def _compile(source: bytes, name: str):  # type: ignore[no-untyped-def]
    """Return the text and the compiled module of a source in bytes."""
    from .compiler.compile import compile_module
    from .compiler.parse import decode_source
    from .compiler.verifier import verify

    text = decode_source(source, name)
    module = compile_module(text, name)
    verify(module)
    return text, module
