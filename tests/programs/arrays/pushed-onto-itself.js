// What is spread is taken before the array grows.
const xs = [1, -2, 3];
xs.push(...xs.map(Math.abs));
console.log(xs.join());
xs.push(...xs.filter((x) => x > 2), ...xs.slice(0, 1));
console.log(xs.join());
xs.push(...xs);
console.log(xs.length);
const ys = [4, 5];
ys.push(...ys.entries().next().value, ...[...ys].reverse());
console.log(ys.join());
const zs = [7, 8];
zs.push(...new Set(zs));
zs.unshift(...zs.map((z) => z * 2));
console.log(zs.join());
const others = [1];
others.push(...zs.map((z) => z + 1));
console.log(others.join());
