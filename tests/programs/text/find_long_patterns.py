# Patterns that make naive searches slow, and answers that a wrong shortcut would miss.
cases = [('a' * 3000, 'a' * 200 + 'b'), ('a' * 3000 + 'b', 'a' * 200 + 'b'), ('ab' * 2000 + 'aa', 'ba' * 50 + 'a'),
         (('a' * 50 + 'c') * 60 + 'a' * 51 + 'd', 'a' * 51 + 'd'), ('aab' * 1000 + 'aabaac', 'aab' * 20 + 'aac'),
         ('xyz' * 1000, 'xyz' * 400), ('\u0430\u0431' * 2000 + '\u0430\u0430', '\u0431\u0430' * 40 + '\u0430'),
         ('abcde' * 500 + '\u20ac', 'e\u20ac'), ('abcde' * 500 + '\u20ac', 'deabcdeabce')]
for text, part in cases:
    print(text.find(part), text.rfind(part), text.count(part), part in text, text.find(part, 7, -7))
for period in range(1, 8):
    unit = 'abcdefgh'[:period]
    text = unit * 40 + 'z' + unit * 45
    for times in (1, 2, 3, 41, 42):
        part = unit * times
        print(period, times, text.find(part), text.find(part, 1), text.rfind(part), text.count(part), text.find(part + 'z'))
