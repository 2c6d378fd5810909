const n = [1, 2, 3, 4];
console.log(n.map((x) => x * 2), n.filter((x) => x % 2), n.reduce((a, b) => a + b), n.reduceRight((a, b) => `${a}${b}`));
console.log(n.find((x) => x > 2), n.find((x) => x > 9), n.findIndex((x) => x > 9), n.findLast((x) => x < 3));
console.log(n.some((x) => x > 3), n.every((x) => x > 3), [].every((x) => x), n.includes(3), n.join(), n.flatMap((x) => [x, -x]));
console.log(n.map((x, i, all) => x * i + all.length), [[1, [2]], [3]].flat(), [[1, [2]], [3]].flat(Infinity));
n.forEach((x, i) => i === 3 && console.log(x));
console.log([NaN].includes(NaN), [NaN].indexOf(NaN), [1, "1"].indexOf("1"), [null].includes(undefined));
