// Matches, collections, promises and objects of the host where their kind would be seen:
// each is refused.
const m = "abc".match(/b/);
console.log(Array.isArray(m));
console.log(JSON.stringify(m));
console.log(Object.keys(m));
console.log([1].concat(m));
console.log(JSON.stringify(new URL("http://a.b/c")));
console.log(`${Promise.resolve(1)}`);
console.log([new Map()].join());
console.log(new Map() + 1);
console.log(structuredClone(() => 1));
console.log(Number.isInteger(10n));
console.log([...Promise.resolve([1])]);
console.log("" + Object.create(null));
console.log([1, 2].entries().toString());
