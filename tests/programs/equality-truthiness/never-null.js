// undefined is not null: a test for one of them, of what may only be the other.
const xs = [1, 2].map((x) => x + 1);
console.log(xs.at(5) === null, xs.at(5) !== null, xs.at(5) === undefined);
function find(name) {
  console.log("find", name);
  return new Map([["a", 1]]).get(name);
}
if (find("b") === null) console.log("null");
else console.log("not null");
let nothing = null;
if (xs.length > 5) nothing = 1;
console.log(nothing === undefined, nothing === null);

// An element that is not there is undefined, too.
const letters = ["a", "b"];
const before = (i) => letters[i - 1] !== null;
console.log(before(0), before(1), letters.length > 1 && letters[1] === null);
let length = 0;
while (length < "abc".length && "abc"[length + 0] !== null) length++;
console.log(length);
