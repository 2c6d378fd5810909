process.stdin.pipe(process.stdout);
process.stdin.on("end", () => console.log("done"));
