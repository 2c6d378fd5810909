console.log(1);
const p = new Promise((resolve) => {
  console.log(2);
  resolve("value");
  console.log(3);
});
console.log(4);
p.then((v) => console.log(v));
console.log(5);
