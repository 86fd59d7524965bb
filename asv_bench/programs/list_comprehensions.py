# Comprehensions over lists, dicts and sets, with conditions.
# expect: (50000, 400, 159, 7920200, 166661666700000)
def run(n):
    squares = [i * i for i in range(n)]
    even = [value for value in squares if value % 2 == 0]
    pairs = [(i, value) for i, value in enumerate(even)]
    lookup = {i: value for i, value in pairs}
    rests = {value % 1000 for value in squares}
    flat = [a + b for a in range(200) for b in range(200) if a != b]
    return len(even), lookup[10], len(rests), sum(flat), sum(value for _, value in pairs)


run(100000)
