function inner(n) {
  try {
    if (n === 1) throw new TypeError("one");
    if (n === 2) throw new RangeError("two");
    return "fine";
  } catch (err) {
    if (err instanceof TypeError) return `handled ${err.message}`;
    throw err;
  }
}
for (const n of [0, 1, 2]) {
  try {
    console.log(inner(n));
  } catch (err) {
    console.log(err.name, err.message);
  }
}
