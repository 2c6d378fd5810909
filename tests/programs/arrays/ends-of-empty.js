// The ends of an array that a call gives empty are undefined, NaN as numbers.
const ends = (array) => {
  let xs = array;
  let total = xs[0] + xs[xs.length - 1];
  for (let i = 0; i < xs.length; i++) xs[i] = xs[i] + (total % 2 == 1 ? 1 : 0);
  return [total, xs];
};
console.log(ends([]), ends([5]), ends([1, 2, 4]));

function firstAbove(list) {
  let smallest = list[0];
  let at = 1;
  while (at < list.length) {
    if (list[at] > smallest) return list[at];
    at++;
  }
  return smallest === undefined ? "nothing" : "none";
}
console.log(firstAbove([]), firstAbove([2, 1]), firstAbove([2, 1, 3]));

function guarded(list) {
  if (list.length === 0) return "empty";
  return list[0] * 2;
}
console.log(guarded([]), guarded([4]));
