out = []
for i in range(4):
    try:
        if i % 2:
            raise ValueError(i)
        out.append(i)
    except ValueError as error:
        out.append(str(error))
        if i == 3:
            break
        continue
    else:
        out.append('else')
    finally:
        out.append('f')
else:
    out.append('never')
print(out)
