const printers = [];
for (let i = 0; i < 3; i++) {
  printers.push(() => i);
}
console.log(printers.map((f) => f()));
