# What an agent typically writes: records grouped, totalled, formatted.
# expect: (('east', 12), 48, 'east    1   28,167    156079.50  249.727', 1920)
def load(n):
    regions = ['north', 'south', 'east', 'west']
    return [{'region': regions[i % 4], 'month': i // 4 % 12 + 1, 'units': (i * 37) % 91, 'price': 2.5 + i % 7} for i in range(n)]


records = load(30000)
totals = {}
for record in records:
    key = (record['region'], record['month'])
    entry = totals.setdefault(key, {'units': 0, 'revenue': 0.0, 'orders': 0})
    entry['units'] += record['units']
    entry['revenue'] += record['units'] * record['price']
    entry['orders'] += 1
lines = []
for (region, month), entry in sorted(totals.items()):
    average = entry['revenue'] / entry['orders'] if entry['orders'] else 0
    lines.append(f'{region:<6} {month:>2} {entry["units"]:>8,} {entry["revenue"]:>12.2f} {average:8.3f}')
best = max(totals, key=lambda key: totals[key]['revenue'])
(best, len(lines), lines[0], sum(len(line) for line in lines))
