const grid = [[1, 2], [3, 4]];
console.log(grid[5]?.[1], grid[1]?.[1], grid[5]?.length ?? "none", grid[0]?.[7]);
const rows = [{ id: 1 }];
console.log(rows[3]?.id, rows[0]?.id, `${rows[9]?.id}`);
