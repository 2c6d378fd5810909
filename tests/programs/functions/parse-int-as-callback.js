// The index arrives as the radix: a well-known trap.
console.log(["10", "10", "10"].map(parseInt));
