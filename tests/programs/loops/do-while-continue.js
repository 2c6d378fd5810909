let i = 0;
do {
  i++;
  if (i % 2 === 0) continue;
  console.log("odd", i);
} while (i < 6);
console.log(i);
