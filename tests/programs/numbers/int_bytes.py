print((1024).to_bytes(2, 'big'), (1024).to_bytes(4, 'little'), (-1).to_bytes(3, 'big', signed=True), (0).to_bytes(0, 'big'))
print((-128).to_bytes(1, 'big', signed=True), (2 ** 100).to_bytes(13, 'little'), (-2 ** 64).to_bytes(9, 'big', signed=True), (255).to_bytes())
print(int.from_bytes(b'\x04\x00', 'big'), int.from_bytes(b'\xff\xfe', 'big', signed=True), int.from_bytes(b'', 'little'))
print(int.from_bytes(bytes(range(1, 20)), 'little'), int.from_bytes(b'\x80' + bytes(16), 'big', signed=True), int.from_bytes([1, 2, 3]))
print(bool.from_bytes(b'\x01'), int.from_bytes(bytearray(b'\xff' * 8), 'little', signed=True))
for action in (lambda: (300).to_bytes(1, 'big'), lambda: (-1).to_bytes(1, 'big'), lambda: (1).to_bytes(-1, 'big'), lambda: (1).to_bytes(1, 'middle'),
               lambda: (128).to_bytes(1, 'big', signed=True), lambda: int.from_bytes('a', 'big'), lambda: int.from_bytes(5, 'big'), lambda: int.from_bytes([256])):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
