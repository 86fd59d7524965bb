# Conway's game of life on a set of living cells.
# expect: (150, 214)
def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    cell = x + dx, y + dy
                    counts[cell] = counts.get(cell, 0) + 1
    return {cell for cell, count in counts.items() if count == 3 or count == 2 and cell in cells}


def run(steps):
    # The R-pentomino.
    cells = {(1, 0), (2, 0), (0, 1), (1, 1), (1, 2)}
    for _ in range(steps):
        cells = step(cells)
    return steps, len(cells)


run(150)
