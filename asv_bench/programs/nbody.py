# Planets as lists of floats: subscripts, unpacking, float arithmetic.
# expect: -0.16927
def energy(bodies):
    total = 0.0
    for i in range(len(bodies)):
        x, y, z, vx, vy, vz, mass = bodies[i]
        total += 0.5 * mass * (vx * vx + vy * vy + vz * vz)
        for j in range(i + 1, len(bodies)):
            other = bodies[j]
            dx = x - other[0]
            dy = y - other[1]
            dz = z - other[2]
            total -= mass * other[6] / (dx * dx + dy * dy + dz * dz) ** 0.5
    return total


def advance(bodies, dt):
    for i in range(len(bodies)):
        a = bodies[i]
        for j in range(i + 1, len(bodies)):
            b = bodies[j]
            dx = a[0] - b[0]
            dy = a[1] - b[1]
            dz = a[2] - b[2]
            distance = dx * dx + dy * dy + dz * dz
            magnitude = dt / (distance * distance ** 0.5)
            am = a[6] * magnitude
            bm = b[6] * magnitude
            a[3] -= dx * bm
            a[4] -= dy * bm
            a[5] -= dz * bm
            b[3] += dx * am
            b[4] += dy * am
            b[5] += dz * am
    for body in bodies:
        body[0] += dt * body[3]
        body[1] += dt * body[4]
        body[2] += dt * body[5]


def simulate(steps):
    year = 365.24
    sun = 39.47841760435743
    bodies = [
        [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, sun],
        [4.84143144, -1.16032004, -0.10362204, 0.00166007 * year, 0.00769901 * year, -0.0000690460 * year,
         0.000954791938 * sun],
        [8.34336671, 4.12479856, -0.40352341, -0.00276742 * year, 0.00499852 * year, 0.0000230417 * year,
         0.000285885980 * sun],
        [12.8943695, -15.1111514, -0.22330757, 0.00296460 * year, 0.00237847 * year, -0.0000296589 * year,
         0.0000436624404 * sun],
        [15.3796971, -25.9193146, 0.17925877, 0.00268067 * year, 0.00162824 * year, -0.0000951592 * year,
         0.0000515138902 * sun],
    ]
    for _ in range(steps):
        advance(bodies, 0.01)
    return energy(bodies)


round(simulate(6000), 5)
