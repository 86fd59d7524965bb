# min-python: 3.12
rows = [1, 2, 0]
result = [10 // row for row in rows]
