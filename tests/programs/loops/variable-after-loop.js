let i;
for (i = 0; i < 5; i++) {
  if (i === 10) break;
}
console.log(i);
let j = 9;
for (; j > 7; j--);
console.log(j);
var k = 0;
while (k++ < 3);
console.log(k);
