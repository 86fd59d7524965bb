"""The Python in README.md does what the comments behind it say."""

import contextlib
import io
import re
import textwrap
from pathlib import Path

import pytest

pytest.importorskip('monty.program')

README = Path(__file__).parents[1] / 'README.md'
BLOCKS = re.findall(r'^```python\n(.*?)^```$', README.read_text(encoding='utf-8'), re.MULTILINE | re.DOTALL)


def expected_output(block):
    """Return what ``#>`` comments and free-standing strings announce, in order."""
    found = []
    for comment, text in re.findall(r'^ *#> ([^\n]*)$|^ *"""\n(.*?)^ *"""$', block, re.MULTILINE | re.DOTALL):
        found.append(textwrap.dedent(text).rstrip('\n') if text else comment)
    return '\n'.join(found)


@pytest.mark.parametrize('block', BLOCKS)
def test_block(block):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(block, 'README.md', 'exec'), {'__name__': '__main__'})
    assert out.getvalue().rstrip('\n') == expected_output(block)


def test_there_are_blocks():
    assert len(BLOCKS) >= 4
