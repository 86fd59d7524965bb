def outer():
    class Inner:
        z = [i for i in range(3)]
        def g(self): return __class__
    return Inner
print(outer(), outer()().g(), outer().z)
