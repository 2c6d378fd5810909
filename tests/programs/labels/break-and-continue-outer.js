let found = null;
rows: for (let r = 0; r < 4; r++) {
  for (let c = 0; c < 4; c++) {
    if (c > r) continue rows;
    if (r * c === 6) {
      found = `${r},${c}`;
      break rows;
    }
    console.log(r, c);
  }
}
console.log(found);
