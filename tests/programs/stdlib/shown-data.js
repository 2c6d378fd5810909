// Numbers, texts, arrays and objects of them, shown by console.log; and others.
const rows = [{ id: 1, name: "a'b", tags: ["x", "y"] }, { id: -0, name: "c\nd", tags: [] }];
console.log(rows, [1, 2, 3], { a: { b: { c: { d: 1 } } } }, [[[[1]]]], [], {});
console.log(Array.from({ length: 120 }, (_, i) => i * 3), "text", ["a", "b", "c", "d", "e", "f", "g", "hhhhhhh"]);
console.log({ "b-c": 1, 2: "x", 1: "y", u: undefined, f: 1.5, t: true });
console.log([...new Map([["a", 1]]).entries()], Object.entries({ q: [1, 2.5] }));
function tree(depth) { return depth === 0 ? { left: null } : { left: tree(depth - 1) }; }
console.log(tree(4));
const self = { name: "me" }; self.self = self; console.log(self);
class Point { constructor(x) { this.x = x; } }
console.log([new Point(1)], { when: new Error("x").message });
