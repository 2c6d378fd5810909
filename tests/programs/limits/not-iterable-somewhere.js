// What is an array here and a plain object there: a warning says so.
function items(source) {
  const found = [];
  for (const item of source) found.push(item);
  return found;
}
console.log(items([1, 2]));
try {
  console.log(items({ a: 1 }));
} catch (error) {
  console.log(error.name);
}
