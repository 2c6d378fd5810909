// A refused declaration in a function whose closures assign what it declares.
function counter(start) {
  var step = 1,
    made = Object.defineProperty({}, "x", { get: () => step }),
    count = start;
  return {
    next: function () {
      count += step;
      return count;
    },
  };
}

if (process.argv.length > 5) console.log(counter(1).next());
console.log("ends");
