try {
  [].reduce((a, b) => a + b);
} catch (err) {
  console.log(err.name);
}
console.log([].reduce((a, b) => a + b, "start"), [5].reduce((a, b) => a + b));
