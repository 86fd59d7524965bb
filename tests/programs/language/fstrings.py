x, y, s = 5, 2.5, 'text'
print(f'{x}', f'{x + 1}', f'a{x}b{y}c', f'{s!r} {s!s} {s!a}', f'{{}} {{{x}}}', f'', f'plain')
print(f'{x:5}|{x:<5}|{x:^5}|{x:05}|{y:.3f}|{s:>8}|{s!r:>8}|{x:#x}|{1234567:,}|{0.5:.1%}')
print(f'{x=}', f'{x = }', f'{x + 1=}', f'{s=}', f'{s=!s}', f'{y=:.2f}', f'{ x = !r:>4}')
w, p = 10, 3
print(f'{y:{w}.{p}f}|{s:{"<"}{w}}|{x:{w}}')
print(f'{[i for i in range(3)]} {({"k": 1})["k"]} {(lambda v: v * 2)(4)} {x if x else y}')
print(f'{"nested " + f"{x + 1}"}' f' joined {y}' ' plain ' rf'\n{x}')
print(f'''{
    x
} multi''', f'{x:}', f'{None} {True} {[s]} {(1,)}')
print(f'{x!r:^{w}}', f'{"é"!a}', f'{3.0}', f'{2**70:,}')
