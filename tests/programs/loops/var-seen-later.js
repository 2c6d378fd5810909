// A var of a loop is one variable: who looks at it later sees where it ended.
const makers = [];
for (var i = 0; i < 3; i++) makers.push(() => i);
console.log(makers.map((make) => make()).join());

for (var wait = 0; wait < 2; wait++) setTimeout(() => console.log("after", wait));

let total = 0;
for (var step = 0; step < 4; step++) [1, 2].forEach((x) => { total += x * step; });
console.log(total);
