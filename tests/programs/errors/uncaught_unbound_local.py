def count():
    total += 1
count()
