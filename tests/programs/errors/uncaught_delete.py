items = [1]
del items[0], items[0]
