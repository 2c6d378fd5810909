// The module as a variable, and `exports` as another name for it.
var wrap = (exports = module.exports = function (text, width) {
  return wrap.lines(text, width).join("/");
});
exports.lines = lines;

function lines(text, width) {
  const found = [];
  for (let at = 0; at < text.length; at += width) found.push(text.slice(at, at + width));
  return found;
}
wrap.lines = lines;
console.log(wrap("abcdefg", 3));
