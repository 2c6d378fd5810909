// null is 0 as a code.
console.log(String.fromCodePoint(null).length);
