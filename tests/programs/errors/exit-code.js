process.exitCode = 4;
setTimeout(() => console.log("still runs"), 10);
console.log("set");
