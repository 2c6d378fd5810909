// Iterators, texts and primitives of objects that are functions under a name, not methods.
const numbers = {
  [Symbol.iterator]: function* () {
    yield 1;
    yield 2;
  },
};
for (const number of numbers) console.log(number);
console.log([...numbers], Math.max(...numbers));
const letters = { size: 2, [Symbol.iterator]: () => ["a", "b"][Symbol.iterator]() };
console.log([...letters], letters.size, new Set(letters).size);
const later = {
  [Symbol.asyncIterator]: async function* () {
    yield "later";
  },
};
const point = { x: 1, toString: () => "point", get double() { return 2; } };
console.log(`${point}`, point + "", String(point), point.double);
const price = { [Symbol.toPrimitive]: (hint) => (hint === "number" ? 5 : `price as ${hint}`) };
console.log(`${price}`, price * 2, price + "");
console.log(Object.fromEntries([[price, "cheap"]]));
class Label {
  toString = function () {
    return "label";
  };
}
console.log(`${new Label()}`, String(new Label()));
class Three {
  [Symbol.iterator] = function* () {
    yield 3;
  };
}
console.log([...new Three()]);
(async () => {
  for await (const word of later) console.log(word);
})();
