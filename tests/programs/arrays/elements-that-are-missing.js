const a = [1];
const i = 5;
console.log(typeof a[5] === "undefined", typeof a[i] === "undefined", typeof a[i], a[i] === undefined, typeof a[0], typeof a[i] !== "undefined", typeof a[i] === "number");
const m = { x: [1] };
if (typeof m.x[3] === "undefined") console.log("missing");
const s = "abc";
console.log(typeof s[9] === "undefined", typeof s[9]);
function first(acc) { return acc; }
console.log([1, 2].reduce(first, 100), [1, 2].reduceRight(first, 100), [3, 4].reduce(first));
console.log([0, 1, 2, 3].copyWithin(0, 1, undefined), "report".substring((() => {})()), [1, 2].join(undefined));
const t = "";
console.log(-t, Object.is(-t, -0), -"5");
