// A length below zero is a RangeError, also of an array that is filled.
for (const make of [() => new Array(-1), () => Array(-2), () => new Array(-3).fill(0)]) {
  try {
    console.log(make().length);
  } catch (error) {
    console.log(error instanceof RangeError);
  }
}
const xs = [1, 2, 3];
try {
  xs.length = -1;
} catch (error) {
  console.log(error instanceof RangeError, xs);
}
