"use strict";

/**
 * Load everything that a dashboard shows: the profile and the orders at once,
 * then the details of every order, and a summary at the end.
 */

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const USERS = {
  u1: { id: "u1", name: "Ada", city: "London", tier: "gold" },
  u2: { id: "u2", name: "Linus", city: "Helsinki", tier: "basic" },
};

const ORDERS = {
  u1: [
    { id: 101, items: 3, cents: 4250 },
    { id: 102, items: 1, cents: 999 },
  ],
  u2: [],
};

async function fetchUser(id) {
  await sleep(30);
  const user = USERS[id];
  if (!user) throw new Error(`unknown user ${id}`);
  return user;
}

async function fetchOrders(id) {
  await sleep(60);
  return ORDERS[id] ?? [];
}

/** Shipping takes longer the more items there are. */
async function fetchShipping(order) {
  await sleep(20 * order.items);
  return { orderId: order.id, days: order.items + 1 };
}

const formatCents = (cents) => `$${(cents / 100).toFixed(2)}`;

async function loadDashboard(userId) {
  const [user, orders] = await Promise.all([fetchUser(userId), fetchOrders(userId)]);
  const shipping = await Promise.all(orders.map((order) => fetchShipping(order)));
  const total = orders.reduce((sum, order) => sum + order.cents, 0);
  return { user, orders, shipping, total };
}

function render({ user, orders, shipping, total }) {
  const lines = [`${user.name} (${user.city}, ${user.tier})`];
  orders.forEach((order, index) => {
    const { days } = shipping[index];
    lines.push(`  #${order.id}: ${order.items} item(s), ${formatCents(order.cents)}, ${days} days`);
  });
  lines.push(orders.length > 0 ? `  total ${formatCents(total)}` : "  no orders yet");
  return lines.join("\n");
}

async function main() {
  for (const id of ["u1", "u2", "u3"]) {
    try {
      const dashboard = await loadDashboard(id);
      console.log(render(dashboard));
    } catch (err) {
      console.log(`could not load: ${err.message}`);
    }
  }
}

main();
