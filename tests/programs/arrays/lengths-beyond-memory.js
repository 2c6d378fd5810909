// An array of JavaScript has room for its empty places without holding them.
const wide = new Array(4294967295);
console.log(wide.length);
