# n-queens with a generator for each row.
# expect: 352
def place(n, row, columns, rising, falling):
    if row == n:
        yield columns
        return
    for column in range(n):
        if column in columns or row + column in rising or row - column in falling:
            continue
        yield from place(n, row + 1, columns + (column,), rising | {row + column}, falling | {row - column})


def attacked(board):
    return any(abs(a - b) == j - i for i, a in enumerate(board) for j, b in enumerate(board) if i < j)


sum(not attacked(board) for board in place(9, 0, (), frozenset(), frozenset()))
