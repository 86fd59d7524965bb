samples = ['hello World', 'HELLO', 'stra\xdfe', '\xb5\xff\xe9\xc9', '\u01c4\u01c5\u01c6', '\u03a3\u03c3\u03c2 \u039f\u0394\u039f\u03a3', '\ufb01x', '\u0130i', 'a1b2 c-d', "they're bill's", '', '\u1e9e', '\U00010400\U00010428', 'x' * 3 + '\xdf']
for text in samples:
    print(ascii(text), ascii(text.upper()), ascii(text.lower()), ascii(text.title()), ascii(text.capitalize()), ascii(text.swapcase()), ascii(text.casefold()))
    print(text.isupper(), text.islower(), text.istitle())
