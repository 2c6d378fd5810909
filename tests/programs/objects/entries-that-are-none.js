// An iterator is told where an entry is none; entries may be objects with accessors.
const source = {
  [Symbol.iterator]: function () {
    return {
      next() {
        return { done: false, value: null };
      },
      return() {
        console.log("closed");
        return {};
      },
    };
  },
};
try {
  Object.fromEntries(source);
} catch (error) {
  console.log(error.name);
}
const entry = {
  get 0() {
    return "key";
  },
  get 1() {
    return "value";
  },
};
console.log(Object.fromEntries([entry]));
console.log(Object.fromEntries([[null, 1]]));
