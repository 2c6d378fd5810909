// A tick at the top of a program that has nothing else to wait for.
process.nextTick((name, n) => console.log("tick", name, n), "a", 2);
console.log("top");
