// What is evaluated for its effect is not left out with the undefined that it gives.
function noisy() {
  console.log("effect");
}
exports.a = void noisy();
exports.b = exports.c = void 0;
exports.a = 1;
exports.b = 2;
console.log("end");
