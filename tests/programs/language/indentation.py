def f(x):
	if x:
		return 'tabs'
	return 'none'
print(f(1), f(0))
if True:
  y = 1
  if y:
        z = 2
print(y, z)
