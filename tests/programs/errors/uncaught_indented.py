if True:
    for i in range(2):
            value = 1 // (1 - i)
