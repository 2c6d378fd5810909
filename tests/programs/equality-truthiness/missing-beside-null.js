// Undefined where there is no element, null where there is one: a warning says that both are None.
function isMissing(items, index) { return items[index] === undefined; }
console.log(isMissing([1, null], 5), isMissing([1, null], 1), isMissing([1, null], 0));
const rows = [[1, null], [null, 2]];
function isNullBefore(row, column) { return rows[row][column - 1] === null; }
console.log(isNullBefore(0, 0), isNullBefore(0, 1), isNullBefore(1, 1));
