# Backtracking with lists of flags.
# expect: 724
def solve(n):
    columns = [False] * n
    rising = [False] * (2 * n)
    falling = [False] * (2 * n)

    def place(row):
        if row == n:
            return 1
        found = 0
        for column in range(n):
            if columns[column] or rising[row + column] or falling[row - column + n]:
                continue
            columns[column] = rising[row + column] = falling[row - column + n] = True
            found += place(row + 1)
            columns[column] = rising[row + column] = falling[row - column + n] = False
        return found

    return place(0)


solve(10)
