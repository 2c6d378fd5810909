// What a call gives for one parameter says what it gives for another.
function load(name, callback) {
  setTimeout(() => {
    if (name === "") callback(new Error("no name"));
    else callback(null, name.length);
  }, 5);
}

function report(kind, text, count) {
  if (kind === null) {
    console.log("nothing", text, count);
  } else {
    console.log(kind.toUpperCase(), text.trim(), count + 1);
  }
}

function either(left, right) {
  return left ? `left ${left.length}` : `right ${right + 1}`;
}

load("abc", (err, size) => {
  if (err) {
    console.log(err.message, size);
    return;
  }
  console.log(size, size + 1, `${size}`);
});
load("", (err, size) => {
  if (err !== null) console.log(err.message, size);
  else console.log(size);
});
report("a", " x ", 1);
report(null, undefined, undefined);
console.log(either("abc"), either("", 4), either(null, 2));
const forward = (...all) => either(...all);
console.log(forward("z", 1), [["q", 1], [null, 2]].map(([a, b]) => either(a, b)).join());
