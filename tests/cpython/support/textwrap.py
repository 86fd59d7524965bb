"""``textwrap.dedent``, which tests use to write programs inside of themselves."""


def dedent(text):
    lines = [line if line.strip() else '' for line in text.split('\n')]
    margin = None
    for line in lines:
        if line:
            blanks = line[:len(line) - len(line.lstrip(' \t'))]
            if margin is None:
                margin = blanks
            while not blanks.startswith(margin):
                margin = margin[:-1]
    margin = margin or ''
    return '\n'.join([line[len(margin):] for line in lines])
