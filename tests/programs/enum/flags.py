from enum import Flag, IntFlag, auto
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(Perm.R | Perm.X, repr(Perm.R | Perm.W), Perm.RW, Perm.R in Perm.RW, Perm.X in Perm.RW, bool(Perm.R & Perm.W), Perm.R & Perm.W)
print(~Perm.R, Perm(5), Perm(0), list(Perm), list(Perm.RW), len(Perm.RW), Perm.R ^ Perm.RW, Perm.R.value, (Perm.R | Perm.X).value)
p = Perm.R
p |= Perm.X
print(p, p == Perm.R | Perm.X, hash(p) == hash(Perm(5)))
try:
    Perm(16)
except ValueError as error:
    print(error)
class Bits(IntFlag):
    A = 1
    B = 2
    C = 4
print(Bits.A | Bits.B, repr(Bits.A | Bits.B), repr(Bits(9)), Bits.A | 8, Bits.A + 1, Bits.C & 5, Bits.A == 1, int(Bits.B | Bits.C), repr(~Bits.A))
