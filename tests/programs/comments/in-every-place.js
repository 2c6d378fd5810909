/* block at top */
// line one
// line two

/**
 * Adds.
 * @param {number} a first
 * @param {number} [b=2] second
 * @returns {number} the sum
 */
function add(a, b = 2) {
  // before return
  return a + b; // after return
  // end of body
}

const data = {
  // first key
  a: 1, // one
  /* second */ b: 2,
  // end of object
};

const xs = [
  1, // uno
  2,
  // tail
];

if (data.a) { // on if
  console.log(add(1)); // call
  // end of if
} else { // on else
  // else comment
}

// before switch
switch (xs[0]) {
  // before case
  case 1: // on case
    console.log("one"); // body
    break; // on break
  // before default
  default:
    // only comment
}

for (const x of xs) { // loop
  // nothing but comment
}

console.log(
  add(1, 2), // first arg
  // between
  add(3),
);

class A { // class comment
  // field comment
  x = 1; // x

  // method comment
  m() { // m comment
    // in m
  } // after m

  // end of class
}
const r = add(1) // plus
  + add(2); // done
console.log(new A().x, r);
try { // try
  // in try
} catch { // in catch
} finally { // in finally
}
const f = () => { /* empty */ };
f();
function g(/* inline */ a, b /* second */) { return a; }
g(1, 2); /* end */
// last
