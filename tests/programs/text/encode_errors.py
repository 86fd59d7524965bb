def attempt(text, *arguments):
    try:
        print(text.encode(*arguments))
    except (UnicodeError, LookupError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


attempt('\ud800')
attempt('a\ud800\udfff')
attempt('\xe9', 'ascii')
attempt('ab\xe9\xe8c', 'ascii')
attempt('\u1234', 'latin-1')
attempt('\u1234\u1235', 'cp1252')
attempt('a', 'nope')
attempt('a', 'hex')
attempt('a', 'rot13')
attempt('a', 'utf8', 'nope')
attempt('\ud800', 'utf8', 'nope')
attempt('a', 1)
attempt('a', 'utf8', None)
attempt('a', 'a\0b')
attempt('\ud800' * 3, 'utf-8', 'surrogateescape')
