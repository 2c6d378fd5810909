const [first, , third = "default", ...rest] = [1, 2, undefined, 4, 5];
console.log(first, third, rest);
const [a, b, c] = [1];
console.log(a, b, c);
const [[x, y], { z }] = [[1, 2], { z: 3 }];
console.log(x + y + z);
const [h, ...t] = "hey";
console.log(h, t);
