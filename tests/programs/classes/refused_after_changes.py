# What a method that answers NotImplemented did with its parameters does not matter to the other operand's method.
class Left:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        return NotImplemented

    def __sub__(self, other):
        self = other
        other = None
        return NotImplemented

    def __mul__(self, other):
        del self, other
        return NotImplemented

    def __lt__(self, other):
        def inner():
            nonlocal other
            other = 5
        inner()
        return NotImplemented

    def __or__(self, other):
        return other

    def __eq__(self, other):
        for other in range(3):
            pass
        return NotImplemented

    def __iadd__(self, other):
        if (other := 3):
            return NotImplemented


class Right:
    def __init__(self, name):
        self.name = name

    def __radd__(self, other):
        return f'{other.name} + {self.name}'

    def __rsub__(self, other):
        return f'{other.name} - {self.name}'

    def __rmul__(self, other):
        return f'{other.name} * {self.name}'

    def __gt__(self, other):
        return f'{other.name} < {self.name}'

    def __ror__(self, other):
        return 'never'

    def __eq__(self, other):
        return f'{other.name} == {self.name}'


left, right = Left('left'), Right('right')
print(left + right, left - right, left * right, left < right, left == right)
print((left | right).name)
left += right
print(left)
left = Left('left')
try:
    print(left | NotImplemented)
except TypeError as error:
    print(error)


class Reflected:
    def __radd__(self, other):
        return other

    def __rsub__(self, other):
        other = self
        return NotImplemented

    def __rmul__(self, other):
        return NotImplemented


print(5 + Reflected(), 'a' + Reflected())
for operation in (lambda: 5 - Reflected(), lambda: None * Reflected(), lambda: NotImplemented + Reflected()):
    try:
        print(operation())
    except TypeError as error:
        print(error)


# Temporaries as operands are held until the answer is there.
class Made:
    made = 0

    def __init__(self):
        Made.made += 1

    def __add__(self, other):
        return NotImplemented

    def __radd__(self, other):
        return Made.made

    def __bool__(self):
        return self is not None

    def __len__(self):
        return Made.made


class Other(Made):
    def __add__(self, other):
        return len(other) + 1


print(Made() + Other(), Other() + Made(), len(Made()), bool(Made()))
