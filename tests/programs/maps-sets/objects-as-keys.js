const a = { id: 1 };
const b = { id: 1 };
const seen = new Map([[a, "first"]]);
seen.set(b, "second");
console.log(seen.get(a), seen.get(b), seen.get({ id: 1 }), seen.size);
const visited = new Set([[1, 2]]);
console.log(visited.has([1, 2]), visited.size);
const fn = () => 0;
console.log(new Map([[fn, "f"]]).get(fn), new WeakMap([[a, 5]]).get(a));
