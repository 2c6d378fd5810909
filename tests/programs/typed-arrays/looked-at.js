// Methods that look at the elements.
const a = new Float64Array(3);
for (let i = 0; i < a.length; i++) a[i] = i / 3;
console.log(a.indexOf(1 / 3), a.includes(2), a.findIndex((x) => x > 0.5));
console.log(a.reduceRight((p, c) => p + c, 0), a.some((x) => x === 0), a.join("; "));
const c = a.slice(); c.fill(1); console.log(a[0], c[0], a.subarray(1).length);
const e = a.entries(); console.log(e.next().value);
console.log(a.length === 3 && a ? "yes" : "no", !a, a == null);
let t = a; t = new Float64Array(1); console.log(t.length, a.length);
