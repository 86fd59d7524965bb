values = {'first_key_of_the_table': 1, 'second_key_of_the_table': 2, 'third_key': 3, 'fourth': 1 / 0, 'fifth_key': 5}
