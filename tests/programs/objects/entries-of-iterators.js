// Entries that an iterator written by hand gives.
function source(entries) {
  return {
    [Symbol.iterator]: function () {
      let at = 0;
      return {
        next() {
          at += 1;
          return { done: at > entries.length, value: entries[at - 1] };
        },
        return() {
          console.log("closed");
          return {};
        },
      };
    },
  };
}
console.log(Object.fromEntries(source([["a", 1], ["b", 2]])));
const failing = {
  [Symbol.iterator]: function () {
    return {
      next: function () {
        throw new RangeError("no next");
      },
    };
  },
};
try {
  console.log(Object.fromEntries(failing));
} catch (error) {
  console.log(error.name, error.message);
}
console.log(Object.fromEntries([[{ toString: () => "text" }, 1], [[6, 7], 8], { 0: "c", 1: 3 }]));
