def attempt(values, **options):
    try:
        values.sort(**options)
        print(values)
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error, values)

attempt([1, 'a'])
attempt(['a', 1, 2])
attempt([1, 3, 2, 'a', 0])
attempt([3, 2, 'a', 1])
attempt([None, None])
attempt([1, None, 2])
attempt([(1, 'a'), (1, 2)])
attempt([{}, {}])
attempt([3, 1, 0, 2], key=lambda x: 1 // x)
attempt([3, 1, 2], key=5)
attempt([3, 1, 2], key=lambda x, y: 0)
attempt([], key=5)
attempt([1], key=lambda x: [][0] if x > 1 else x)
attempt([1j, 2j])
attempt([3, 1, 2], reverse=1)
attempt([3, 1, 2], key=None, reverse=True)
for action in (lambda: [1].sort(5), lambda: sorted(), lambda: sorted([1], [2]), lambda: sorted(5)):
    try:
        print(action())
    except TypeError as error:
        print(error)
