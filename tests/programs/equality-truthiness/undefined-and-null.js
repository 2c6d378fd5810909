function show(x) {
  if (x === undefined) return "undefined";
  if (x === null) return "null";
  return typeof x;
}
console.log(show(), show(null), show(undefined), show(0), show([][0]), show({}.x), show(void 0));
let unset;
const o = { a: null };
console.log(unset, o.a, o.b, unset === o.b, o.a === o.b, o.a == o.b, [unset, null], `${unset} ${o.a}`);
console.log(JSON.stringify({ u: unset, n: o.a }), JSON.stringify([unset, null]), typeof unset, typeof o.a);
