print('single', "double", '''triple
lines''', """more
'quotes'""")
print('esc: \\ \' \" \n|\t|\x41|\u00e9|\U0001F600|\101|\a\b\f\v\r\0'.encode())
print(r'raw \n \x41', R"raw\"", 'join' 'ed' "up" r'\n')
print('line \
continued')
print('\N{GREEK SMALL LETTER ALPHA}', ascii('\N{LATIN SMALL LETTER E WITH ACUTE}'))
print(repr('it\'s'), repr("q\"'"), repr('\x7f\x80\xa0\xad\u0378\ue000\U000e0001'))
print(u'unicode', repr('tab\tnew\nreturn\r'))
