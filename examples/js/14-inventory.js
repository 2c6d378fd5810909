"use strict";

// Stock movements summed up with Map, Set and reduce.

const movements = [
  { sku: "bolt-m4", warehouse: "A", change: 120 },
  { sku: "nut-m4", warehouse: "A", change: 200 },
  { sku: "bolt-m4", warehouse: "B", change: 40 },
  { sku: "gear-12", warehouse: "B", change: 6 },
  { sku: "bolt-m4", warehouse: "A", change: -35 },
  { sku: "nut-m4", warehouse: "C", change: -10 },
  { sku: "gear-12", warehouse: "B", change: -6 },
];

const prices = new Map([
  ["bolt-m4", 0.25],
  ["nut-m4", 0.1],
  ["gear-12", 14.5],
]);

/** @returns {Map<string, number>} */
function stockBySku(list) {
  return list.reduce((stock, { sku, change }) => {
    stock.set(sku, (stock.get(sku) || 0) + change);
    return stock;
  }, new Map());
}

const stock = stockBySku(movements);
const warehouses = new Set(movements.map((m) => m.warehouse));
console.log(`warehouses: ${[...warehouses].join(" ")} (${warehouses.size})`);

for (const [sku, amount] of stock) {
  const price = prices.get(sku);
  const value = amount * price;
  const mark = amount === 0 ? "  <- reorder" : "";
  console.log(`${sku.padEnd(8)} ${String(amount).padStart(4)} ${value.toFixed(2).padStart(8)}${mark}`);
}

const total = [...stock.entries()].reduce((sum, [sku, amount]) => sum + amount * prices.get(sku), 0);
console.log(`value: ${total}`);

// Goods out, largest first; equal ones by name.
const outgoing = movements
  .filter(({ change }) => change < 0)
  .map(({ sku, change }) => ({ sku, out: Math.abs(change) }))
  .sort((a, b) => b.out - a.out || a.sku.localeCompare(b.sku));
for (const { sku, out } of outgoing) {
  console.log(`out: ${sku} ${out}`);
}

const inA = new Set(movements.filter((m) => m.warehouse === "A").map((m) => m.sku));
const inB = new Set(movements.filter((m) => m.warehouse === "B").map((m) => m.sku));
const inBoth = [...inA].filter((sku) => inB.has(sku));
console.log("in A and B:", inBoth.join(", "));
console.log("only in B:", [...inB].filter((sku) => !inA.has(sku)).join(", "));

const negative = movements.some((m) => m.change < -30);
const known = movements.every((m) => prices.has(m.sku));
console.log(`large removal: ${negative}, all prices known: ${known}`);
console.log(`average change: ${movements.reduce((n, m) => n + m.change, 0) / movements.length}`);
