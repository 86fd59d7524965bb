def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: f'{5:s}')
attempt(lambda: f'{"a":d}')
attempt(lambda: f'{[]:5}')
attempt(lambda: f'{None:>5}')
attempt(lambda: f'{1.5:d}')
attempt(lambda: f'{undefined}')
attempt(lambda: f'{1 / 0}')
attempt(lambda: f'{"a":{"<"}{"x"}}')
attempt(lambda: f'{5:{-1}}')
