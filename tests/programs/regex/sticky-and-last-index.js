const sticky = /\d+/y;
sticky.lastIndex = 1;
console.log(sticky.exec("a12b3")[0], sticky.lastIndex, sticky.test("a12b3"), sticky.lastIndex);
const global = /a/g;
console.log(global.test("aba"), global.test("aba"), global.test("aba"), global.lastIndex);
