print(bin(10), oct(64), hex(255), bin(-5), oct(-8), hex(-255), bin(0), hex(2 ** 70), oct(-2 ** 70), bin(True), bin(2 ** 64))
print(chr(97), chr(0x1F600), ord('a'), ord('é'), ord('\U0001F600'), ord(b'a'), chr(0x10FFFF) == '\U0010ffff', ascii(chr(0xD800)))
for action in (lambda: chr(-1), lambda: chr(0x110000), lambda: chr(1.0), lambda: ord(''), lambda: ord('ab'), lambda: ord(1), lambda: bin(1.5), lambda: hex('a'), lambda: ord(b'ab')):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
