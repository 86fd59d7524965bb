def show(*args):
    try:
        e = SyntaxError(*args)
    except TypeError as error:
        print('TypeError', error)
        return
    print(repr(e), str(e), e.args)
    print(e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e.print_file_and_line)


show()
show('m')
show('m', ('f', 1, 2, 't'))
show('m', ('f', 1, 2, 't', 3, 4))
show('m', (None, 1, 2, 't'))
show('m', ('a/b/f', None, 2, 't'))
show('m', [1, 2, 3, 4])
show('a', 'b', 'c')
show('m', ('f',))
show('m', ('f', 1, 2, 't', 3))
show('m', 1)
e = SyntaxError('m')
e.lineno = 5
print(e)
e.filename = 'x/y.py'
print(e)
e.lineno = None
print(e, e.lineno)
print(isinstance(TabError('t', ('f', 1, 2, 't')), SyntaxError), TabError('t', ('f', 1, 2, 't')))
