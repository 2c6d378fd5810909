// Lengths that no array has are a RangeError; what is no number is converted first.
function attempt(action) {
  try {
    console.log(action());
  } catch (error) {
    console.log(error.name, error.message);
  }
}
const items = [1, 2, 3];
const half = items.length / 2;
attempt(() => new Array(-1));
attempt(() => new Array(4294967296).length);
attempt(() => Array(4294967297).length);
attempt(() => new Array(half));
attempt(() => Array(NaN));
attempt(() => {
  items.length = undefined;
});
attempt(() => {
  items.length = NaN;
});
attempt(() => {
  items.length = Number.POSITIVE_INFINITY;
});
attempt(() => {
  items.length = items.length - 5;
});
attempt(() => items.length);
attempt(() => {
  items.length = "2";
  return items.join();
});
