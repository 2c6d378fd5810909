const n = 5;
const list = [1, 2];
console.log("n" + n, n + "n", 1 + 2 + "3", "1" + 2 + 3, "x" + null + undefined + true);
console.log("list " + list, "" + {}, [] + [], "a" + -0, "f" + 1.0 + 2.5);
let text = "";
for (let i = 0; i < 3; i++) text += i / 2 + ";";
console.log(text);
