"""The main job: run a program that an agent wrote, give it three functions of the host, and see what it used.

Run it with ``make demo``.
"""

import monty

# --- what the agent wrote --------------------------------------------------------------------------------------------
PROGRAM = '''\
def load_orders(customer_id):
    """Orders of one customer, oldest first; an unknown customer has none."""
    try:
        orders = list_orders(customer_id)
    except KeyError as error:
        print(f'no orders: {error}')
        return []
    return sorted(orders, key=lambda order: order['date'])


def total_of(order):
    return sum(line['count'] * line['price'] for line in order['lines'])


def describe(place, name, amount, currency):
    return f'{place}. {name:<8} {amount:>10,.2f} {currency}'


totals = {}
skipped = []
for customer in list_customers(region):
    amount = 0.0
    for order in load_orders(customer['id']):
        if order['status'] == 'cancelled':
            skipped.append((customer['name'], order['date']))
            continue
        amount += total_of(order) * exchange_rate(order['currency'], to=currency)
    totals[customer['name']] = round(amount, 2)

ranking = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
for place, (name, amount) in enumerate(ranking, 1):
    print(describe(place, name, amount, currency))

best, *others = [name for name, amount in ranking if amount > 0]
months = {}
for name, date in skipped:
    year, month, _ = date.split('-')
    months.setdefault(f'{year}/{month}', []).append(name)

while len(others) > 2:
    others.pop()

{
    'best': best,
    'others': others,
    'average': round(sum(totals.values()) / len(totals), 2),
    'cancelled': months,
    'silent': sorted({name for name, amount in totals.items() if not amount}),
}
'''

# --- what the host lets it call --------------------------------------------------------------------------------------
CUSTOMERS = {
    'north': [{'id': 1, 'name': 'Ada'}, {'id': 2, 'name': 'Grace'}, {'id': 3, 'name': 'Linus'}, {'id': 9, 'name': 'Guido'}],
}
ORDERS = {
    1: [
        {'date': '2026-03-02', 'status': 'paid', 'currency': 'USD', 'lines': [{'count': 3, 'price': 19.5}]},
        {'date': '2026-01-17', 'status': 'cancelled', 'currency': 'EUR', 'lines': [{'count': 1, 'price': 900.0}]},
    ],
    2: [
        {'date': '2026-02-11', 'status': 'paid', 'currency': 'EUR',
         'lines': [{'count': 2, 'price': 120.0}, {'count': 40, 'price': 0.75}]},
        {'date': '2026-02-28', 'status': 'open', 'currency': 'GBP', 'lines': [{'count': 1, 'price': 1250.0}]},
    ],
    3: [{'date': '2026-01-05', 'status': 'paid', 'currency': 'EUR', 'lines': [{'count': 5, 'price': 12.0}]}],
}
RATES = {'EUR': 1.0, 'USD': 0.92, 'GBP': 1.17}


def list_customers(region: str) -> list[dict]:
    return CUSTOMERS[region]


def list_orders(customer_id: int) -> list[dict]:
    if customer_id not in ORDERS:
        raise KeyError(customer_id)
    return ORDERS[customer_id]


def exchange_rate(currency: str, *, to: str) -> float:
    return RATES[currency] / RATES[to]


HOST_FUNCTIONS = {'list_customers': list_customers, 'list_orders': list_orders, 'exchange_rate': exchange_rate}


def main() -> None:
    program = monty.Monty(PROGRAM, script_name='report.py', inputs=['region', 'currency'],
                          external_functions=list(HOST_FUNCTIONS))
    output: list[str] = []
    result = program.run(
        inputs={'region': 'north', 'currency': 'EUR'},
        external_functions=HOST_FUNCTIONS,
        limits={'max_memory': 16 * 1024 * 1024, 'max_duration_secs': 1.0},
        print_callback=lambda stream, text: output.append(text),
    )
    print('result:', result)
    print('output:')
    print(''.join(output), end='')
    print('used:')
    for name, amount in program.usage.items():
        print(f'  {name:<14} {amount:>14,.6f}' if isinstance(amount, float) else f'  {name:<14} {amount:>14,}')


if __name__ == '__main__':
    main()
