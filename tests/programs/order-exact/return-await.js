// `return promise` takes three ticks, `return await promise` one.
async function inner() {
  return "value";
}
async function returned() {
  return inner();
}
async function awaited() {
  return await inner();
}
async function count(name, limit) {
  for (let i = 1; i <= limit; i++) {
    await null;
    console.log(name, i);
  }
}
returned().then(() => console.log("returned"));
awaited().then(() => console.log("awaited"));
inner().then(() => console.log("inner"));
count("tick", 6);
