// An object without an iterator is a TypeError, which a dict is not.
const settings = { a: 1 };
try {
  for (const item of settings) console.log(item);
} catch (error) {
  console.log(error.name);
}
try {
  console.log([...settings]);
} catch (error) {
  console.log(error.name);
}
try {
  const [first] = settings;
  console.log(first);
} catch (error) {
  console.log(error.name);
}
