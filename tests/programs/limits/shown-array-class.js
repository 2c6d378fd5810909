class Tagged extends Array {
  tag = "t";
}
const tagged = new Tagged();
tagged.push(1);
console.log(tagged);
