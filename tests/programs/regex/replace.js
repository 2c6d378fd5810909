console.log("a-b-c".replace("-", "+"), "a-b-c".replaceAll("-", "+"), "a-b-c".replace(/-/g, "+"));
console.log("John Smith".replace(/(\w+) (\w+)/, "$2, $1"), "x".replace("x", "$$&$&"));
console.log("price: 5".replace(/\d+/, (n) => n * 2), "aXbX".replace(/X/g, (m, at) => at));
console.log("2024-01".replace(/(?<y>\d+)-(?<m>\d+)/, "$<m>/$<y>"), "\\1".replace("1", "\\g<0>"));
console.log("a.b".replace(".", "\\n$1"));
