words = [f'{i * 7919 % 50}:{i}' for i in range(300)]
print(sorted(words, key=lambda w: int(w.split(':')[0])))
print(sorted(words, key=lambda w: int(w.split(':')[0]), reverse=True))
print(sorted(words, key=lambda w: w[0])[:40], sorted(words, key=lambda w: w[0], reverse=True)[:40])
print(sorted(words, key=lambda w: float(w[0]))[:40], sorted(words, key=lambda w: (len(w), w[0]))[:40])
print(sorted([1, True, 1.0, 0, False, 0.0]), sorted([1, True, 1.0, 0, False, 0.0], reverse=True), sorted([-0.0, 0.0, -0.0]), sorted([0.0, -0.0, 0.0], reverse=True))
print(sorted('bAaB', key=str.lower), sorted('bAaB', key=str.lower, reverse=True))
