// The product of two matrices.
function create(rows, columns, value) {
  const matrix = [];
  for (let i = 0; i < rows; i++) {
    const row = [];
    for (let j = 0; j < columns; j++) {
      row.push(value(i, j));
    }
    matrix.push(row);
  }
  return matrix;
}

function multiply(a, b) {
  const rows = a.length;
  const columns = b[0].length;
  const inner = b.length;
  const product = create(rows, columns, () => 0);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) {
        sum += a[i][k] * b[k][j];
      }
      product[i][j] = sum;
    }
  }
  return product;
}

const a = create(90, 80, (i, j) => (i * 7 + j * 3) % 11);
const b = create(80, 70, (i, j) => (i * 5 - j * 2) % 13);
const product = multiply(a, b);
let trace = 0;
for (let i = 0; i < 70; i++) {
  trace += product[i][i];
}
console.log(product[0][0], product[89][69], trace);
