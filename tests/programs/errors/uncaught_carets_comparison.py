first, second = 1, 'a'
if first == 1 and first < second:
    pass
