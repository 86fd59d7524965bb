def add(*values):
    return sum(values)
total = add(
    1,
    2,
    'three',
)
