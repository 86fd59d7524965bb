rows = ['1', 'x']
print(sum(int(row) for row in rows))
