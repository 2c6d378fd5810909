// The module as a variable, and `exports` as another name for it.
var wrap = (exports = module.exports = function (text) {
  return wrap.lines(text).join("/");
});
exports.lines = lines;

function lines(text) {
  return [text.slice(0, 3), text.slice(3)];
}
wrap.lines = lines;
console.log(wrap("abcdefg"));
