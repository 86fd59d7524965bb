# Values survive many calls, loops and containers.
state = {}
def put(k, v):
    state.setdefault(k, []).append(v)
for i in range(50):
    put(i % 7, i)
    put('s', str(i))
print({k: len(v) for k, v in state.items()})
matrix = [[i * j for j in range(5)] for i in range(5)]
transposed = [list(row) for row in zip(*matrix)]
print(matrix == transposed, sum(map(sum, matrix)), matrix[4][4])
words = 'the quick brown fox jumps over the lazy dog the end'.split()
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
text = ''
for w in words:
    text += w[0].upper() + w[1:] + ' '
print(text.strip())
