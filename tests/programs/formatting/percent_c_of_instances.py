"""%c of instances: by __index__; what has none is refused."""


class Letter:
    def __index__(self):
        return 109


class Number:
    def __int__(self):
        return 109


print('%c' % Letter(), b'%c' % Letter())
for text in ('%c', b'%c'):
    try:
        text % Number()
    except TypeError as error:
        print(error)
