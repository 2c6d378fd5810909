const kept = [];
for (let i = 0; i < 10; i += 2) {
  if (i === 4) continue;
  if (i === 8) break;
  kept.push(i);
  i--;
}
console.log(kept);
