process.on("exit", () => console.log("bye"));
process.on("exit", () => console.log("bye again"));
process.on("SIGUSR2", () => { console.log("signal"); clearTimeout(t); });
const t = setTimeout(() => console.log("late"), 3000);
setTimeout(() => process.kill(process.pid, "SIGUSR2"), 20);
const a = process.hrtime(); const d = process.hrtime(a);
console.log(d[0], process.memoryUsage().rss > 1000, process.arch.length > 0);
