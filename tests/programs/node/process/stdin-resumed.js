process.stdin.on("end", () => console.log("done"));
process.stdin.resume();
console.log("ready");
