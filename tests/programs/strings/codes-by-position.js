// The positions that Array.from gives are below the length that it is given.
const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i)).join("");
console.log(letters);
const more = (count) => Array.from({ length: count }, (_, i) => String.fromCharCode(97 + i)).length;
console.log(more(3));
const again = Array.from({ length: 2 }, function f(_, i) { return i < 5 ? f(0, 65536 + 5) + String.fromCharCode(i + 65) : String.fromCharCode(i + 60); });
console.log(again);
