# Float arithmetic with an early exit, loops at module level.
# expect: 1287
width = 80
height = 60
limit = 50
inside = 0
for row in range(height):
    ci = 2.0 * row / height - 1.0
    for column in range(width):
        cr = 3.0 * column / width - 2.0
        zr = 0.0
        zi = 0.0
        for _ in range(limit):
            squared_r = zr * zr
            squared_i = zi * zi
            if squared_r + squared_i > 4.0:
                break
            zi = 2.0 * zr * zi + ci
            zr = squared_r - squared_i + cr
        else:
            inside += 1
inside
