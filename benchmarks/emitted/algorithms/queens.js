// All ways to put queens on a board so that none attacks another.
function countQueens(size) {
  const columns = new Set();
  const rising = new Set();
  const falling = new Set();
  let solutions = 0;

  function place(row) {
    if (row === size) {
      solutions++;
      return;
    }
    for (let column = 0; column < size; column++) {
      if (columns.has(column) || rising.has(row + column) || falling.has(row - column)) {
        continue;
      }
      columns.add(column);
      rising.add(row + column);
      falling.add(row - column);
      place(row + 1);
      columns.delete(column);
      rising.delete(row + column);
      falling.delete(row - column);
    }
  }

  place(0);
  return solutions;
}

for (let size = 4; size <= 8; size++) {
  console.log(`${size} queens: ${countQueens(size)}`);
}
