const list = [1, 2];
const copy = [...list];
copy.push(3);
console.log(list, copy, [...list, ...copy, 0]);
console.log([..."día"], [...new Set([2, 2, 1])], [...new Map([["k", 1]]).keys()]);
function* gen() {
  yield "g";
}
console.log([...gen(), ...[].concat(list)]);
