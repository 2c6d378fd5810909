// A body that runs once, and one that does nothing.
do {} while (false);
let n = 0;
do {
  n += 1;
} while (false);
do ; while (n++ < 8);
console.log(n);
