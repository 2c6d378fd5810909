const list = [{ n: "b", v: 2 }, { n: "a", v: 2 }, { n: "c", v: 1 }];
console.log(list.sort((a, b) => b.v - a.v || a.n.localeCompare(b.n)).map((x) => x.n).join());
console.log(list.sort((a, b) => (a.n < b.n ? 1 : a.n > b.n ? -1 : 0)).map((x) => x.n).join());
console.log([3, 1, 2].sort((a, b) => (a > b ? 1 : -1)), ["bb", "a", "ccc"].sort((a, b) => b.length - a.length));
const original = [2, 1];
const sorted = original.toSorted();
console.log(original, sorted, original.sort() === original);
