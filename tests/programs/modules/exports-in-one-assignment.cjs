// Several exports in one assignment, and what compilers to CommonJS write.
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.first = exports.second = exports.third = void 0;

function first(a) {
  return a + 1;
}
exports.first = first;

// Both names stand for one function.
function second(a) {
  return first(a) * 2;
}
exports.second = exports.alias = second;

var third = (exports.third = (a) => second(a) - 3);

console.log(first(1), second(2), third(3));
