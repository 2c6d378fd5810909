const a = [1, 2, 3, 4, 5];
console.log(a.push(6, 7), a.unshift(0), a.shift(), a.pop(), a);
console.log(a.splice(1, 2), a, a.splice(-1), a, a.splice(1, 0, "x", "y"), a);
console.log(a.reverse() === a, a, a.fill(0, 1, 3), a.indexOf(0), a.lastIndexOf(0));
a.length = 2;
console.log(a, a.concat([9], 8, [[7]]), [1, 2, 3, 4].copyWithin(0, 2));
