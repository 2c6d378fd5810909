process.stdin.setEncoding("utf8");
let s = "";
for await (const chunk of process.stdin) s += chunk;
console.log(s.trim().split("\n"));
