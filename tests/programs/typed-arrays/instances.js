function describe(x) {
  if (x instanceof Uint8Array) return `bytes ${x.length}`;
  return `text ${x}`;
}
console.log(describe(new Uint8Array(3)), describe("abc"));
const maybe = [1, 2].find((x) => x > 5) ? new Float32Array(2) : null;
console.log(maybe instanceof Float32Array, new Int8Array(1) instanceof Uint8Array, [] instanceof Int16Array);
console.log(new URL("http://a.b/") instanceof URL);
