key = lambda row: row['k']
rows = [{'k': 1}, {}]
rows.sort(key=key)
