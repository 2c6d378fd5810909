// What a function exports would be a variable of that function in Python.
function init() {
  module.exports = { answer: 42 };
}
init();
console.log("ready");
