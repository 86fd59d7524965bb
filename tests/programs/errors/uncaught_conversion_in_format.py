print('{:d}'.format('text'))
