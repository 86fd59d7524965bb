# compare: traceback
def show(text):
    prnt(text)
show('x')
