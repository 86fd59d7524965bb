é = 1
名前 = 'name'
ﬁ = 'ligature'
print(é, 名前, fi)
def größe(ö=2):
    return ö
print(größe(), größe(ö=3), größe.__name__)
