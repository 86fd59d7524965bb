text = 'abc'
text.upper().lower().nothing().strip()
