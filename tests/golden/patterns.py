def kind(x):
    match x:
        case 0 | 'zero':
            return 1
        case [a, 1, *rest] if a:
            return rest
        case {'k': v, **others}:
            return v, others
        case int(n) as whole:
            return n, whole
        case complex(real=r):
            return r
        case _:
            return None
