# Words counted in a dict, then sorted by count.
# expect: (('the', 12000), 17, ('wise', 3000))
text = 'the quick brown fox jumps over the lazy dog while seven wise owls watch the river run to the sea ' * 1500
counts = {}
for word in text.split():
    word = word.strip('.,')
    if word in counts:
        counts[word] += 1
    else:
        counts[word] = 1
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
(ranking[0], len(ranking), ranking[-1])
