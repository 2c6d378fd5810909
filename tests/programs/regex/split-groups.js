// Groups of the pattern are among the parts; undefined where one takes no part in a match.
const parts = "-7".split(/(\w)(\d)?/g);
console.log(parts, parts.join("|"), parts.length);
console.log("a1b".split(/(\d)/).join("|"));

function isBad(values) {
  try {
    if (Number.isNaN(values.pop())) throw new Error("no number");
    return "fine";
  } catch (error) {
    return error.message;
  }
}
console.log(isBad([1].slice(1)), isBad([NaN]), isBad([1]));
