const ops = {
  add: (a, b) => a + b,
  neg: (a) => -a,
  twice(x) {
    return this.add(x, x);
  },
};
for (const [name, fn] of Object.entries(ops)) {
  if (name !== "twice") console.log(name, fn(3, 4));
}
console.log(ops["add"](1, 2), ops.twice(4), typeof ops.neg, ops.missing?.(1), ops[["neg"][0]](5));
