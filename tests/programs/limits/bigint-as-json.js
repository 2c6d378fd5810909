try {
  console.log(JSON.stringify({ a: 1n }));
} catch (error) {
  console.log(error.name);
}
console.log(JSON.stringify({ a: 1n }, (key, value) => (typeof value === "bigint" ? `${value}n` : value)));
