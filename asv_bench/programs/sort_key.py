# Sorting rows by a lambda and by a function.
# expect: (935, 11842, 935)
def make_rows(n):
    seed = 7
    rows = []
    for i in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        rows.append({'id': i, 'group': seed % 17, 'score': seed % 1000})
    return rows


def by_group(row):
    return row['group']


def run(n):
    rows = make_rows(n)
    first = sorted(rows, key=lambda row: (row['group'], -row['score']))
    second = sorted(rows, key=lambda row: row['score'], reverse=True)
    second.sort(key=by_group)
    return first[0]['id'], second[-1]['id'], max(rows, key=lambda row: row['score'])['id']


run(12000)
