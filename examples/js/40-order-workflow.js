"use strict";

// A workflow in then-chains, as code from before async functions is written;
// the last order is broken on purpose and ends the program with an error.

const later = (ms, value) => new Promise((resolve) => setTimeout(() => resolve(value), ms));

const stock = { tea: 5, cup: 1 };

function reserve(order) {
  return later(10).then(() => {
    for (const [item, amount] of Object.entries(order.items)) {
      if ((stock[item] ?? 0) < amount) {
        throw new Error(`not enough ${item}`);
      }
    }
    for (const [item, amount] of Object.entries(order.items)) {
      stock[item] -= amount;
    }
    return { ...order, reserved: true };
  });
}

function pay(order) {
  if (order.total < 0) {
    return Promise.reject(new RangeError(`negative total in order ${order.id}`));
  }
  return later(20, { ...order, paid: order.total > 0 });
}

function notify(order) {
  console.log(`order ${order.id}: reserved ${order.reserved}, paid ${order.paid}`);
  return order.id;
}

const handle = (order) =>
  reserve(order)
    .then(pay)
    .then(notify)
    .catch((err) => {
      if (err instanceof RangeError) throw err;
      console.log(`order ${order.id}: ${err.message}`);
      return null;
    })
    .finally(() => console.log(`order ${order.id} closed`));

const orders = [
  { id: 1, items: { tea: 2 }, total: 7.5 },
  { id: 2, items: { cup: 2 }, total: 12 },
  { id: 3, items: { tea: 1, cup: 1 }, total: 0 },
];

orders
  .reduce((chain, order) => chain.then((ids) => handle(order).then((id) => [...ids, id])), Promise.resolve([]))
  .then((ids) => {
    console.log(ids.filter((id) => id !== null).join(" and "), "are done");
    return handle({ id: 4, items: {}, total: -1 });
  })
  .then(() => console.log("never printed"));
