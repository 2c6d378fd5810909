"use strict";

// Labelled loops: a word search in a grid, and the first saddle point of a matrix.

const GRID = ["CATXO", "XOGSW", "DDOLL", "GEXXF"];
const DIRECTIONS = [
  ["right", 0, 1],
  ["down", 1, 0],
  ["diagonal", 1, 1],
];

function findWord(grid, word) {
  const rows = grid.length;
  const columns = grid[0].length;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      direction: for (const [name, dr, dc] of DIRECTIONS) {
        for (let k = 0; k < word.length; k++) {
          const r = row + k * dr;
          const c = column + k * dc;
          if (r >= rows || c >= columns || grid[r][c] !== word[k]) continue direction;
        }
        return { row, column, name };
      }
    }
  }
  return null;
}

/** Smallest in its row and largest in its column. */
function saddlePoint(matrix) {
  let found = null;
  search: for (const [i, row] of matrix.entries()) {
    candidates: for (let j = 0; j < row.length; j++) {
      for (const other of row) {
        if (other < row[j]) continue candidates;
      }
      for (const line of matrix) {
        if (line[j] > row[j]) continue candidates;
      }
      found = [i, j];
      break search;
    }
  }
  return found;
}

const transpose = (matrix) => matrix[0].map((_, column) => matrix.map((row) => row[column]));

function multiply(a, b) {
  const columns = transpose(b);
  return a.map((row) => columns.map((column) => row.reduce((sum, x, k) => sum + x * column[k], 0)));
}

for (const word of ["DOLL", "COO", "SLF", "WOLF", "CAT"]) {
  const hit = findWord(GRID, word);
  console.log(hit ? `${word}: ${hit.name} from ${hit.row},${hit.column}` : `${word}: not there`);
}

const matrix = [
  [9, 8, 7],
  [5, 3, 2],
  [6, 6, 7],
];
console.log(saddlePoint([[4, 5, 6], [1, 2, 9], [3, 7, 8]]), saddlePoint(matrix));
console.log(transpose([[1, 2, 3], [4, 5, 6]]).map((row) => row.join(" ")).join(" / "));
console.log(multiply([[1, 2], [3, 4]], [[0, 1], [1, 0]]));

const identity = Array.from({ length: 3 }, (_, i) => Array.from({ length: 3 }, (_, j) => (i === j ? 1 : 0)));
console.log(JSON.stringify(multiply(matrix, identity)) === JSON.stringify(matrix));
