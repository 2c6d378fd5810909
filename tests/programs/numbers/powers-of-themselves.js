// A power that is taken of itself again and again leaves the integers that are exact.
let v = 4;
for (let i = 0; i < 5; i++) v **= 2;
let w = 4;
for (let i = 0; i < 5; i++) w = w ** 2;
console.log(`${v}`, `${w}`, v === w);
