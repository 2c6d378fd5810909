const named = { toString: () => "I am text" };
console.log(`${named}`, `${{}}`, `${[1, [2, 3]]}`, `${(x) => x}`.length);
console.log("" + [null, undefined, 1], `${Symbol.iterator.toString()}`);
