// What tells a Map from an object that holds one.
class Table extends Map {}
const table = new Table([["a", 1]]);
console.log(table instanceof Map, table.get("a"));
