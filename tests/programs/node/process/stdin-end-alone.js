// Nobody reads, so there is no end.
process.stdin.on("end", () => console.log("done"));
console.log("ready");
