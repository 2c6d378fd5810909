// A pattern of a loop assigns to a constant: a TypeError.
const fixed = 1;
let free = 0;
try {
  for ([fixed] of [[2]]) console.log("not reached");
} catch (error) {
  console.log(error.name, fixed);
}
for ([free] of [[2], [3]]) console.log(free);
