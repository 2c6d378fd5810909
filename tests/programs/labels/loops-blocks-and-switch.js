outer: for (let i = 0; i < 4; i++) {
  for (let j = 0; j < 4; j++) {
    if (j === 2) continue outer;
    if (i === 2) break outer;
    console.log(i, j);
  }
}
block: {
  console.log("in");
  if (Math.abs(-1) === 1) break block;
  console.log("never");
}
function find(grid, x) {
  let found = null;
  search: for (const [r, row] of grid.entries()) {
    for (const [c, cell] of row.entries()) {
      if (cell === x) {
        found = [r, c];
        break search;
      }
    }
  }
  return found;
}
console.log(find([[1, 2], [3, 4]], 3), find([[1]], 9));
let k = 0;
loop: do {
  k++;
  switch (k) {
    case 2:
      continue loop;
    case 4:
      break loop;
  }
  console.log("k", k);
} while (k < 10);
