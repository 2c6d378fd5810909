// Each evaluation of a literal makes a new object.
const first = /x/;
const second = /x/;
console.log(first === second, new Set([first, second]).size);
