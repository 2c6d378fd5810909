// What console.log shows of patterns and of what they find.
console.log(/ab/g, [..."a1b2".matchAll(/[a-z](\d)/g)].length);
const pattern = /a\/b/iy;
console.log(pattern);
console.log("abc".match(/b/));
console.log(["2024-05".match(/(?<year>\d+)-(?<month>\d+)/)]);
console.log("abc".match(/(z)?b/), "abc".match(/z/));
console.log([..."a1b2".matchAll(/[a-z](\d)/g)]);
console.log({ found: "x=1, y=2".match(/(\w)=(\d), (\w)=(\d)/) });
const first = (text) => text.match(/(\w+) (\w+) (\w+) (\w+) (\w+) (\w+) (\w+)/);
console.log(first("a number of words in one line"));
console.log("😀b".match(/b/));
