ünïcode = 'é'; print(ünïcode + 'ü', ünïcode / 2)
