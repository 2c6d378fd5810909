// What Node shows of some values, and the output does not: warnings say so.
const counter = {
  count: 1,
  next() {
    return this.count++;
  },
};
console.log(counter);

function tagged() {}
tagged.kind = "x";
console.log(tagged, { tagged });

const found = /(?<year>\d+)/.exec("in 2024");
console.log(found.groups);
const empty = Object.create(null);
empty.a = 1;
console.log([empty]);
console.log(require("node:querystring").parse("a=1&b=2"));
