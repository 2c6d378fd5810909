// A prototype that is no object literal: its instances inherit from an array.
function List() {}
List.prototype = new Array(1, 2, 3);
const list = new List();
console.log(list.length, list.every((x) => x > 0));
