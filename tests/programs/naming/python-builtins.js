const list = [1, 2];
const str = "text";
const len = list.length;
const print = (x) => `printed ${x}`;
function range(max) {
  return max + 1;
}
const dict = { id: 1, type: "t" };
const int = parseInt("7", 10);
const isinstance = Array.isArray(list);
const enumerate = [...list.entries()].length;
for (const [i, sum] of list.entries()) console.log(i, sum);
console.log(str.length, len, print(str), range(4), dict.type, int, isinstance, enumerate, `${list}`);
