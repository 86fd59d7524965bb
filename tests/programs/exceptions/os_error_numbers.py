for number in (1, 2, 3, 4, 10, 11, 13, 17, 20, 21, 32, 103, 104, 108, 110, 111, 114, 115, 5, 9):
    print(number, type(OSError(number, 'text')).__name__, type(OSError(number)).__name__,
          type(ConnectionError(number, 'text')).__name__)
