class Table extends Map {}
const table = new Table([["a", 1]]);
console.log(table);
