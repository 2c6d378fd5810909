// A Map that is made where it is iterated gives its entries.
const m = new Map([["a", 1]]);
console.log([...new Map([["b", 2]])], [...new Map(m)], new Map([...m, ...new Map([["c", 3]])]).size, Array.from(new Map(m)));
for (const e of new Map(m)) console.log(e[0], e[1]);
