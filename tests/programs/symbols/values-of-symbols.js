const key = Symbol("key");
console.log(key.valueOf() === key, key.valueOf().description);
const o = { [key.valueOf()]: 1 };
console.log(o[key]);
