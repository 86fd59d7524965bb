# Long texts are mapped in pieces: no piece may change what a character becomes.
word = '\u039f\u0394\u039f\u03a3'
for text in [(word + ' ') * 20000, word * 20000, ('\u0130\xdf\u01c5 x' * 15000), 'A' * 70000 + '\u1234B']:
    for mapped in (text.lower(), text.upper(), text.title(), text.capitalize(), text.swapcase(), text.casefold()):
        print(len(mapped), ascii(mapped[:6]), ascii(mapped[-6:]), mapped.count('\u03c2'), mapped.count('\u03c3'), mapped.count('\u03a3'))
