values = {'a': 1}
values['a'] += 'text'
