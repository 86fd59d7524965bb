def leave():
    raise SystemExit(3)
leave()
