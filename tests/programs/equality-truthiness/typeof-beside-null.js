// The usual test for an object: null is left out beside it.
const isObject = (x) => typeof x === "object" && x !== null && !Array.isArray(x);
const isOther = (x) => typeof x !== "object" || x === null;
const isThere = (x) => !!x && typeof x === "object";
for (const x of [{ a: 1 }, [1], null, 1, "a"]) console.log(isObject(x), isOther(x), isThere(x));
