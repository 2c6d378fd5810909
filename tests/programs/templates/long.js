// Templates that are longer than a line.
const order = { id: 7, customer: "a long name of a customer", lines: ["x", "y"], total: 12.5 };
const text = `order ${order.id} of ${order.customer.toUpperCase()} with ${order.lines.length} lines: ${order.lines.join(", ")} {braces}`;
console.log(text, `order ${order.id} of ${order.customer.toUpperCase()} with ${order.lines.length} lines: "${order.lines.join(", ")}"`);
const list = [`order ${order.id} of ${order.customer.toUpperCase()} with ${order.lines.length} lines: '${order.lines.join(", ")}' "`, "b"];
console.log(list[0].length, list[0] + `and order ${order.id} of ${order.customer.toUpperCase()} with ${order.lines.length} lines: ${order.lines.join(", ")}`.toLowerCase());
const o = { key: `and order ${order.id} of ${order.customer.toUpperCase()}\nwith ${order.lines.length} lines: ${order.lines.join(", ")}` };
console.log(o.key);
