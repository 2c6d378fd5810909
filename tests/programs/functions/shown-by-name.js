// Functions whose name in Python is another one are shown with that: a warning says so.
function oneTwo() {}
console.log(oneTwo);
const plain = () => 1;
console.log(plain, [plain]);
console.log({ held: (x) => x });
console.log([(x) => x], function () {});
console.log(parseInt);
const later = () => Promise.resolve(1);
console.log(later(), later);
