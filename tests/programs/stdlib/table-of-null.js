const rows = [{ name: "a", age: null }, { name: "b", age: 3 }];
console.table(rows);
console.table([{ a: undefined, b: 1 }]);
