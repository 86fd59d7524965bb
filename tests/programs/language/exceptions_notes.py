e = ValueError('v')
print(hasattr(e, '__notes__'))
e.add_note('first')
e.add_note('second')
print(e.__notes__)
try:
    e.add_note(5)
except TypeError as error:
    print(error)
try:
    raise e
except ValueError as caught:
    caught.add_note('third')
    print(caught.__notes__, caught is e)
