const zero = 0;
console.log(1 / zero, -1 / zero, 0 / zero, 1 % zero, Math.sqrt(-1), Math.log(0), 2 ** 1024);
const average = (list) => list.reduce((a, b) => a + b, 0) / list.length;
console.log(average([1, 2]), average([]), Number.isNaN(average([])), isFinite(1 / zero));
