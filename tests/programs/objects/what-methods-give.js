"use strict";
const taken = {
  *method() {
    yield this === undefined;
  },
}.method;
console.log(taken().next().value);
const noted = [];
noted.note = "a property";
console.log(noted.note);
const keyed = { toJSON(key) { return `key ${key}`; } };
console.log(JSON.stringify({ keyed }));
for (const key in undefined) console.log(key);
console.log("valueOf" in keyed);
