"""Methods and operators of str on random texts: Monty answers what the CPython that hosts it answers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import monty

PROGRAM = '''
def answer(text, name, arguments):
    if name == '+':
        return text + arguments[0]
    if name == '*':
        return text * arguments[0]
    if name == 'in':
        return arguments[0] in text
    if name == '[]':
        return text[arguments[0]]
    if name == '[:]':
        return text[arguments[0]:arguments[1]:arguments[2]]
    if name == '<':
        return [text < arguments[0], text <= arguments[0], text == arguments[0], text > arguments[0]]
    if name == 'repr':
        return [repr(text), ascii(text), len(text), list(text)]
    if name == 'decode':
        return text.encode('utf-8', 'surrogatepass').decode(*arguments)
    if name == 'maketrans':
        return text.translate(str.maketrans(*arguments))
    return getattr(text, name)(*arguments)


answers = []
for text, name, arguments in calls:
    try:
        answers.append(answer(text, name, arguments))
    except Exception as error:
        answers.append((type(error).__name__, str(error)))
answers
'''
COMPILED = monty.Monty(PROGRAM, inputs=['calls'])
EXPECTED = compile(PROGRAM.rstrip().removesuffix('answers'), 'main.py', 'exec')

# Few letters make texts that contain each other; the others are where something is special.
ALPHABETS = ['ab', 'abA1_ ', ' \t\n\r\x0b\x1c\x85\u2028\u3000', 'a\xe9\xdf\xff\xb5\xaa\xb2', '\u0130\u03a3\u03c3\u01c5\ufb01\u1f80\u1e9e',
             'a\u1234\U0001f600', '\'"\\\x00\x7f\xad\ud800', '0\u0663\xbd\u4e00-+']
TEXT = st.sampled_from(ALPHABETS).flatmap(lambda letters: st.text(letters, max_size=20)) | st.text(max_size=12)
SHORT = st.sampled_from(ALPHABETS).flatmap(lambda letters: st.text(letters, max_size=3))
BOUND = st.none() | st.integers(-25, 25)
COUNT = st.integers(-2, 30)
CODECS = ['utf-8', 'ascii', 'latin-1', 'cp1252', 'utf-16', 'utf-16-le', 'utf-8-sig', 'koi8-r', 'UTF8', 'nope']
HANDLERS = ['strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass']


def arguments(*strategies: st.SearchStrategy, optional: int = 0) -> st.SearchStrategy:
    """Return tuples of the strategies' values, of which the last `optional` may be missing."""
    return st.integers(len(strategies) - optional, len(strategies)).flatmap(lambda n: st.tuples(*strategies[:n]))


ARGUMENTS = {
    **dict.fromkeys(['find', 'rfind', 'index', 'rindex', 'count'], arguments(SHORT, BOUND, BOUND, optional=2)),
    **dict.fromkeys(['startswith', 'endswith'],
                    arguments(SHORT | st.tuples(SHORT, SHORT), BOUND, BOUND, optional=2)),
    **dict.fromkeys(['split', 'rsplit'], arguments(st.none() | SHORT, st.integers(-1, 4), optional=2)),
    **dict.fromkeys(['strip', 'lstrip', 'rstrip'], arguments(st.none() | SHORT, optional=1)),
    **dict.fromkeys(['partition', 'rpartition', 'removeprefix', 'removesuffix'], arguments(SHORT)),
    **dict.fromkeys(['center', 'ljust', 'rjust'], arguments(COUNT, SHORT, optional=1)),
    'replace': arguments(SHORT, SHORT, st.integers(-1, 4), optional=1),
    'splitlines': arguments(st.booleans(), optional=1),
    'join': arguments(st.lists(SHORT, max_size=5) | st.lists(SHORT, max_size=5).map(tuple) | TEXT
                      | st.lists(SHORT | st.integers(0, 1), max_size=3)),
    'zfill': arguments(COUNT),
    'expandtabs': arguments(COUNT, optional=1),
    'translate': arguments(st.dictionaries(st.characters(max_codepoint=0x1f600).map(ord) | st.sampled_from(list(map(ord, 'abA1 '))),
                                           st.none() | SHORT | st.integers(0, 0x1f600), max_size=6)),
    'maketrans': arguments(SHORT, SHORT, SHORT, optional=1),
    'encode': arguments(st.sampled_from(CODECS), st.sampled_from(HANDLERS + ['xmlcharrefreplace', 'namereplace']), optional=2),
    'decode': arguments(st.sampled_from(CODECS), st.sampled_from(HANDLERS), optional=2),
    **dict.fromkeys(['lower', 'upper', 'title', 'capitalize', 'swapcase', 'casefold', 'isalnum', 'isalpha', 'isascii',
                     'isdecimal', 'isdigit', 'isidentifier', 'islower', 'isnumeric', 'isprintable', 'isspace',
                     'istitle', 'isupper', 'repr'], st.just(())),
    '+': arguments(TEXT),
    '*': arguments(st.integers(-1, 5)),
    'in': arguments(SHORT),
    '[]': arguments(st.integers(-25, 25)),
    '[:]': arguments(BOUND, BOUND, st.none() | st.integers(-3, 3)),
    '<': arguments(TEXT),
}
CALL = st.sampled_from(sorted(ARGUMENTS)).flatmap(lambda name: st.tuples(TEXT, st.just(name), ARGUMENTS[name]))


def python_answers(calls: list[tuple[str, str, tuple[object, ...]]]) -> list[object]:
    names = {'calls': calls}
    exec(EXPECTED, names)
    return names['answers']


@settings(max_examples=300, deadline=None)
@given(st.lists(CALL, min_size=1, max_size=30))
def test_methods(calls: list[tuple[str, str, tuple[object, ...]]]) -> None:
    for call, got, expected in zip(calls, COMPILED.run(inputs={'calls': calls}), python_answers(calls), strict=True):
        assert (got, type(got)) == (expected, type(expected)), call


@pytest.mark.parametrize('name', ['lower', 'upper', 'title', 'capitalize', 'swapcase', 'casefold', 'isalnum', 'isalpha',
                                  'isdecimal', 'isdigit', 'isidentifier', 'islower', 'isnumeric', 'isprintable',
                                  'isspace', 'istitle', 'isupper', 'split', 'splitlines', 'strip'])
def test_every_character(name: str) -> None:
    """The machine's own tables know which characters they may answer for."""
    source = f'[text.{name}() for text in texts]'
    program = monty.Monty(source, inputs=['texts'])
    # Most of the planes have no letters, and are alike.
    for start in (0, 0x8000, 0x10000, 0x1d000, 0xe0000):
        texts = [chr(c) for c in range(start, start + 0x8000)]
        assert program.run(inputs={'texts': texts}, limits=None) == [getattr(text, name)() for text in texts]
