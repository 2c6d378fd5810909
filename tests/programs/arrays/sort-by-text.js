console.log([10, 9, 1, 100, 2].sort(), [true, false, "m", null].sort());
console.log([10, 9, 1, 100, 2].sort((a, b) => a - b), [3, 1, 2].sort((a, b) => b - a));
console.log([-1, -2, 5].sort(), ["b", undefined, "a"].sort());
const people = [["x", 2], ["y", 1], ["z", 2]];
console.log(people.sort((a, b) => a[1] - b[1]).map((p) => p[0]).join(""));
