data = {'rows': [{'price': 5, 'name': None}]}
total = 1 + data['rows'][0]['price'] * (len(data['rows'][0]['name']) + 2)
