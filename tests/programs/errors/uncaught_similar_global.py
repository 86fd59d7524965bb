# compare: traceback
total_count = 5
other = 1
def f(x):
    return total_coutn + x
f(1)
