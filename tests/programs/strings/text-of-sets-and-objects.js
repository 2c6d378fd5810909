// The text of Sets, Maps and of objects that make their own.
console.log(`${new Set([1])}`, String(new Map([[1, 2]])), "" + new Set());
const own = {
  toString() {
    return "own";
  },
};
console.log([own].join(), [1, 2].join(own), [1, 2].join(undefined));
