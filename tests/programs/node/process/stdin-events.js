let input = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (chunk) => { input += chunk; });
process.stdin.on("end", () => { const lines = input.trim().split("\n"); console.log(lines.length, input.length); });
