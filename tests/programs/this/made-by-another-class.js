// Array.of and Array.from make what `this` says, if it is a constructor.
function Box(size) {
  console.log("made for", size);
}
const box = Array.of.call(Box, "a", "b");
console.log(Array.isArray(box), box.length, box[0]);
