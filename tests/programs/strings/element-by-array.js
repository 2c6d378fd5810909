// An array as a key is its text: no index, as a rule, so that there is no such element.
const key = [];
const char = "abc"[key];
console.log(char, JSON.stringify(char) ?? "none", `${"abc"[key]}`);
const list = [1, 2];
console.log(list[key] ?? "nothing");
