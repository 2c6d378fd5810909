// Places that were never written to are shown as such.
const count = "abc".length;
console.log(new Array(count));
const table = { rows: Array(2) };
console.log(table);
