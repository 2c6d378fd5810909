// The text of a symbol tells its description.
const key = Symbol("key");
console.log(String(key), key.description);
