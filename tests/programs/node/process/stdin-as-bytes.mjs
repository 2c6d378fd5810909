process.stdin.on("data", (d) => console.log(d, d.length));
process.stdin.on("end", () => console.log("end"));
