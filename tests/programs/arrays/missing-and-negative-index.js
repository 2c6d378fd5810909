const list = [10, 20, 30];
console.log(list[5], list[-1], list.at(-1), list[list.length - 1], list[1.5]);
console.log(list[3] === undefined, list[0] ?? "none", list[9] ?? "none", [].length, [][0]);
const i = -2;
console.log(list[i], list.slice(i), list.pop(), list.length, [].pop(), [].shift());
