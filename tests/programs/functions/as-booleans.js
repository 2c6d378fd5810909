// Functions as truth values: none of them is called.
console.log(Boolean(function f() { throw new Error("called"); }));
console.log(Boolean(() => 1), !!(() => 1));
function g() { console.log("called"); }
console.log(Boolean(g));
if (Boolean(g)) console.log("yes");
console.log([0, 1, "", "a"].filter(Boolean));
const h = (x) => Boolean(x);
console.log(h(g), h(0), h(null));
console.assert(g, "never");
