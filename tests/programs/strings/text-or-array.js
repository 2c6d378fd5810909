// Methods that text and arrays share, of what may be either.
function look(values, item) {
  return [
    values.slice(1, -1).length,
    values.slice(-2).length,
    values.includes(item),
    values.indexOf(item),
    values.lastIndexOf(item),
    values.at(-1),
    values.at(9),
    values.concat(item).length,
    values.length,
  ];
}
console.log(look("banana", "an").join(" "));
console.log(look(["b", "an", "c", "an"], "an").join(" "));
console.log(look("abc", "").join(" "), look(["1", ""], "1").join(" "));

/** @param {*} value */
function shown(value) {
  return value.toString();
}
console.log(shown(2), shown(2.5), shown([1, [2, 3]]), shown(true), shown("t"), shown({}), shown(10n));
try {
  shown(null);
} catch (err) {
  console.log(err instanceof TypeError);
}
