// Codes are made numbers first, by the method of an object itself.
const letter = {
  code: 65,
  valueOf() {
    return this.code;
  },
};
console.log(String.fromCharCode(letter), String.fromCharCode(letter, "66", 67));
console.log(String.fromCodePoint(letter), String.fromCodePoint(true, "66").length);
const broken = {
  valueOf() {
    throw new RangeError("no code");
  },
};
try {
  console.log(String.fromCharCode(broken));
} catch (error) {
  console.log(error.name, error.message);
}
try {
  console.log(String.fromCodePoint(undefined));
} catch (error) {
  console.log(error.name);
}
