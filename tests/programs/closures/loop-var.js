var printers = [];
for (var i = 0; i < 3; i++) {
  printers.push(function () {
    return i;
  });
}
console.log(printers.map((f) => f()), i);
