// Directives with values that Node writes in a way of its own: a warning for each.
console.log("%d", null);
console.log("%d", [5]);
console.log("%d", 10n);
console.log("%j", new Map([["a", 1]]));
console.log("%s", new Map([["a", 1]]));
console.log("%s", () => 1);
console.log("%s", [null]);
console.log("%o", [1, 2]);
console.log("%j", null);
