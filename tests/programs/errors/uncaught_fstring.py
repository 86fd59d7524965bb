name = 'x'
print('fine')
message = f'{name!r:>10} and {name:d}'
