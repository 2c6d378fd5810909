// A match that is gone through, and texts of patterns.
const m = "a1b2".match(/([a-z])(\d)/);
console.log([...m], [...m].length);
for (const part of m) console.log(part);
const pattern = /ab+c/gi;
console.log(`${pattern}`, "" + /x/, String(pattern));
const all = [..."a1b2".matchAll(/([a-z])(\d)/g)].map((found) => [...found]);
console.log(all);
const none = (text) => [...(text.match(/z(.)?/) ?? [])];
console.log(none("abc"), none("z"));
