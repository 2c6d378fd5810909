// Keys that a called function deletes are not visited.
const o = { a: 1, b: 2, c: 3 };
function drop(object, name) {
  for (const key in object) if (key === name) delete object[key];
}
for (const key in o) {
  drop(o, "b");
  console.log(key, o[key]);
}
