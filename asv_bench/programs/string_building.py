# Strings grown by +=, f-strings, join and methods.
# expect: (120000, 713334, 130864)
def run(n):
    text = ''
    parts = []
    for i in range(n):
        text += 'ab'
        parts.append(f'{i}:{i * 2}')
    joined = ','.join(parts)
    fields = joined.split(',')
    upper = [field.upper().replace(':', '=') for field in fields if field.startswith('1')]
    out = ''
    for field in upper:
        out += field + ';'
    return len(text), len(joined), len(out)


run(60000)
