console.log(new Array(3).fill(0), Array.from({ length: 3 }, (_, i) => i * i), Array.of(7), Array.from("abc"));
console.log(Array.from(new Map([["a", 1]])), [...Array(3).keys()], Array.isArray([]), Array.isArray("x"));
const grid = Array.from({ length: 2 }, () => new Array(2).fill("."));
grid[0][1] = "#";
console.log(grid.map((row) => row.join("")).join("/"));
const shared = new Array(2).fill([]);
shared[0].push(1);
console.log(shared[1].length);
