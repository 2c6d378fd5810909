// forEach and its kin leave out the places that new Array(n) has made.
const xs = new Array(4);
xs[1] = "one";
let count = 0;
xs.forEach(() => {
  count += 1;
});
console.log(count);
