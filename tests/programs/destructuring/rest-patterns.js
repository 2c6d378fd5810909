let [...{ length: n }] = [1, 2, 3]; console.log(n);
let [...{ 0: v, 1: w, 3: z }] = [7, 8, 9]; console.log(v, w, z);
let [y, ...[a, b]] = [1, 2, 3]; console.log(y, a, b);
function f([...{ length, 0: h }]) { return length + h; } console.log(f([5, 6]));
