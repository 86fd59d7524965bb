print(complex(), complex(1), complex(1, 2), complex(1.5, -0.0), complex(1j, 2j), complex(imag=3), complex(real=1, imag=True), complex(10 ** 20))
for text in ('1+2j', ' 3j ', '(1-2j)', '( -1.5e3+.5J )', 'j', '-j', '1e400', 'nan+infj', '1_0+2_0j', '', '1+', '1 +2j', '1+2', '((1))', '1__0', 'x', '٣+٤j'):
    try:
        print(complex(text))
    except ValueError as error:
        print(error)
for arguments in (('1', 2), (1, '2'), ([],), (1, None), (None,), (b'1',), (10 ** 400,)):
    try:
        print(complex(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
