setTimeout(() => process.stdout.write("x\n"), 5);
["a","b"].forEach((x) => process.stdout.write(x));
const put = (s) => process.stdout.write(s + "\n");
put("q");
process.on("exit", () => process.stdout.write("end\n"));
