// Functions that only test what they are given.
const isText = (value) => typeof value === "string";
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function isSmall(n, limit) {
  return typeof n === "number" && n < limit;
}

function describe(value) {
  if (isText(value)) return `text of ${value.length}`;
  if (isObject(value)) return `object of ${Object.keys(value).join("+")}`;
  if (isSmall(value, 10)) return `small ${value + 1}`;
  return !isText(value) ? `other ${value}` : "never";
}

function depth(value) {
  if (!isObject(value)) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depth));
}

function lookUp(settings, path) {
  let found = settings;
  for (const key of path.split(".")) {
    found = found[key];
    if (found === undefined) return "missing";
  }
  return found;
}

console.log(describe("abc"), describe({ a: 1, b: 2 }), describe(3), describe(30), describe([1, 2]), describe(null));
console.log(depth({ a: { b: {} }, c: [1] }), depth(5));
const settings = { server: { port: 80, open: true, name: "x" } };
console.log(lookUp(settings, "server.port"), lookUp(settings, "server.open.deep"), lookUp(settings, "server.port.deep"), lookUp(settings, "no"));
