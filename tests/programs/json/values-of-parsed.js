const data = JSON.parse('{"items":[{"name":"x","price":2.5,"qty":2,"tags":["a"]}],"n":3}');
for (const { name, price, qty, tags } of data.items) {
  console.log(name, price.toFixed(2), price * qty, price > 2 ? "dear" : "cheap", tags.length);
}
console.log(data.n % 2, data.n + 1, "n" + data.n, -data.n, data.n === 3, data.items.length);
console.log(Math.max(...data.items.map((item) => item.price)), data.n * data.n, data.n / 2);
