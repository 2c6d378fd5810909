// Key and value of an entry are what it has under 0 and 1, whatever object it is.
const map = new Map([{ 0: "a", 1: 1 }, { 0: "b", 1: 2 }]);
console.log(map.get("a"), map.get("b"), map.size);

const object = Object.fromEntries([{ 0: "x", 1: 10 }, ["y", 20]]);
console.log(object.x, object.y);

const attempt = (entries) => {
  try {
    return Object.keys(Object.fromEntries(entries)).join();
  } catch (error) {
    return error.name;
  }
};
console.log(attempt([["k", 1]]), attempt(JSON.parse("[1]")), attempt(JSON.parse('["ab"]')));
