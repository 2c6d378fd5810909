// null is an object.
console.log(typeof null === "object", typeof null !== "object", typeof null);
let found = null;
const kind = (value) => typeof value === "object";
console.log(typeof found === "object", kind(null), typeof found === "undefined");
if (kind(null)) found = 1;
console.log(typeof found);
