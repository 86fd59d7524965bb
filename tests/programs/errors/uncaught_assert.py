def check(rows):
    assert len(rows) > 2, f'too few rows: {len(rows)}'
check([1])
