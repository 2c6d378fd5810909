// Orders as JSON text, summed by customer, as JSON text again.
const orders = [];
for (let i = 0; i < 4000; i++) {
  orders.push({
    id: i,
    customer: `customer ${i % 37}`,
    items: [
      { name: "pen", price: 2, count: i % 5 },
      { name: "book", price: 12, count: i % 3 },
    ],
    paid: i % 4 !== 0,
  });
}
const text = JSON.stringify(orders);

function summarise(input) {
  /** @type {{id: number, customer: string, items: {name: string, price: number, count: number}[], paid: boolean}[]} */
  const parsed = JSON.parse(input);
  const byCustomer = {};
  for (const order of parsed) {
    if (!order.paid) continue;
    const total = order.items.reduce((sum, item) => sum + item.price * item.count, 0);
    const summary = (byCustomer[order.customer] ??= { orders: 0, total: 0 });
    summary.orders += 1;
    summary.total += total;
  }
  return Object.entries(byCustomer)
    .map(([customer, { orders, total }]) => ({ customer, orders, total }))
    .filter((summary) => summary.total > 100);
}

const summaries = summarise(text);
console.log(JSON.stringify(summaries.slice(0, 2), null, 2));
console.log(summaries.length);
