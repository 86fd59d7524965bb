for text in ['a\tb', '\t', 'ab\tcd\te', 'a\nb\tc', 'a\r\tb', '12345678\t9', '\u1234\tx', 'none', '']:
    print([text.expandtabs(), text.expandtabs(4), text.expandtabs(1), text.expandtabs(0), text.expandtabs(-5), text.expandtabs(tabsize=3)])
try:
    'a'.expandtabs('x')
except TypeError as error:
    print('TypeError', error)
