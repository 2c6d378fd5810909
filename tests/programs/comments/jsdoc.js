/**
 * Adds "two" numbers; see """docs""" \n and C:\new.
 *
 * @param {number} left - the first
 * @param {number} [right=1] - the second
 * @returns {number}
 */
function add(left, right = 1) {
  return left + right;
}

/** @type {string[]} */
const names = [];
names.push("x");

/** A pair. */
class Pair {
  /** @param {number} a @param {number} b */
  constructor(a, b) {
    /** @private */
    this.sum = add(a, b);
  }

  /** Reads the sum. */
  get total() {
    return this.sum;
  }
}
console.log(add(1), add(1, 2), names, new Pair(2, 3).total);
