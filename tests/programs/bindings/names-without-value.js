"use strict";
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return e instanceof ReferenceError ? "ReferenceError" : e.name;
  }
};

console.log(attempt(() => { for (const x of [x]) console.log(x); }));
console.log(attempt(() => { for (let y in { y }) console.log(y); }));
let outer = "outer";
let probe;
for (const [outer] of [["inner", (probe = () => outer)]]) console.log(outer);
console.log(attempt(probe));
console.log(attempt(() => { for (const i = 0; i < 1; i++) console.log("round"); }));

let seen;
function defaults(_ = (seen = () => outer), k = outer) {
  var outer = "body";
  return [seen(), outer, k];
}
console.log(defaults());

function shadow(a, b = () => a) {
  const inner = a + 1;
  return [inner, b()];
}
console.log(shadow(1));
