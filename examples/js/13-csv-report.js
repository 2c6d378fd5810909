"use strict";

// Parse CSV text with quotes and print a report for each region.

const CSV = `region,product,units,price
north,"Lamp, small",4,19.50
south,Chair,2,80
north,Table,1,240.00
west,"Sofa ""Oslo""",3,599.99
south,"Lamp, small",10,19.50
`;

/** Split one line into its cells. */
function parseLine(line) {
  const cells = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const ch = line[i];
    if (quoted) {
      if (ch === '"' && line[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (ch === '"') {
        quoted = false;
      } else {
        cell += ch;
      }
    } else if (ch === '"') {
      quoted = true;
    } else if (ch === ",") {
      cells.push(cell);
      cell = "";
    } else {
      cell += ch;
    }
  }
  cells.push(cell);
  return cells;
}

function parseCsv(text) {
  const [header, ...rows] = text.trim().split("\n").map(parseLine);
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
}

function groupBy(records, key) {
  const groups = new Map();
  for (const record of records) {
    const name = record[key];
    const group = groups.get(name);
    if (group) {
      group.push(record);
    } else {
      groups.set(name, [record]);
    }
  }
  return groups;
}

const records = parseCsv(CSV);
let grandTotal = 0;

for (const [region, sales] of groupBy(records, "region")) {
  console.log(region.toUpperCase());
  let subtotal = 0;
  for (const { product, units, price } of sales) {
    const amount = Number(units) * parseFloat(price);
    subtotal += amount;
    console.log(`  ${product.padEnd(14, ".")}${units.padStart(3)} x ${price.padStart(6)} = ${amount}`);
  }
  console.log(`  subtotal ${subtotal.toFixed(2)}`);
  grandTotal += subtotal;
}
console.log("-".repeat(34));
console.log(`total ${grandTotal.toFixed(2)} in ${records.length} sales`);
