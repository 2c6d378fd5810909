// No text and no number is made of a symbol by itself: that throws a TypeError.
const kind = Symbol("kind");
for (const make of [() => "x" + kind, () => `x${kind}`, () => [kind].join()]) {
  try {
    console.log(make());
  } catch (error) {
    console.log(error.name, error.message);
  }
}
