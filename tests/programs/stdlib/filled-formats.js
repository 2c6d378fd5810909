// %s, %d, %i, %f, %j and %o filled in with what they are made for.
console.log("%s is %d years and %i days, %f", "Bob", 42, 3.9, 2.5);
console.log("%s %s %s %s", true, undefined, null, -0);
console.log("%s %s", { a: 1, b: { c: 2 } }, [1, [2, [3]]]);
console.log("%j %j", { a: [1, "x"], b: undefined }, "text");
console.log("%o", "text", 5, { left: "over" }, /over/);
console.log("100%", 5, "%d%%", 7);
console.log("%s", 10n, 20n);
class Named { toString() { return "named"; } }
console.log("%s", new Named());
