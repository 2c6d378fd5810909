function read() {
  return value;
}
try {
  console.log(read());
} catch (err) {
  console.log(err.name);
}
let value = 5;
console.log(read());
{
  try {
    console.log(value);
  } catch (err) {
    console.log(err.name);
  }
  const value = "inner";
  console.log(value);
}
