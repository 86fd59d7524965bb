"""What a program writes to sys.stderr reaches the host as such, in order with what it prints."""

from __future__ import annotations

import monty


def test_stderr_and_stdout_keep_their_order() -> None:
    pieces: list[tuple[str, str]] = []
    program = monty.Monty('import sys\nprint(1)\nprint("two", file=sys.stderr)\nsys.stderr.write("\\xe9\\n")\nprint(3)\n')
    program.run(print_callback=lambda stream, text: pieces.append((stream, text)))
    assert pieces == [('stdout', '1\n'), ('stderr', 'two\n\xe9\n'), ('stdout', '3\n')]
