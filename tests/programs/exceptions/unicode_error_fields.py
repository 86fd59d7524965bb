def show(make):
    try:
        e = make()
    except TypeError as error:
        print('TypeError', error)
        return
    print(repr(e), str(e), e.args, e.object, e.start, e.end, e.reason)


show(lambda: UnicodeDecodeError('utf8', b'abc', 0, 1, 'bad'))
show(lambda: UnicodeDecodeError('utf8', b'abc', 0, 2, 'bad'))
show(lambda: UnicodeEncodeError('x', 'ab', 1, 0, 'r'))
show(lambda: UnicodeEncodeError('x', 'ab', 0, 9, 'r'))
show(lambda: UnicodeEncodeError('x', 'ab', -3, -1, 'r'))
show(lambda: UnicodeEncodeError('x', 'a\u20ac', 1, 2, 'r'))
show(lambda: UnicodeEncodeError('x', 'a\U0001f600', 1, 2, 'r'))
show(lambda: UnicodeTranslateError('abc', 1, 2, 'r'))
show(lambda: UnicodeEncodeError('a', 'b', 0, 1))
show(lambda: UnicodeEncodeError('a', b'b', 0, 1, 'r'))
show(lambda: UnicodeEncodeError('a', 'b', '0', 1, 'r'))
show(lambda: UnicodeDecodeError('a', 'b', 0, 1, 'r'))
show(lambda: UnicodeDecodeError(1, b'b', 0, 1, 'r'))
