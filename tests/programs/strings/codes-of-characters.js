// The low 16 bits of a code count; code points are whole numbers up to 0x10ffff.
const letter = (code) => String.fromCharCode(code);
console.log(letter(65), letter(65536 + 66), letter(2 ** 20 + 67));
console.log(letter(-65536 + 68));

const shifted = (text, by) =>
  [...text].map((c) => String.fromCharCode(((c.charCodeAt(0) - 97 + by) % 26) + 97)).join("");
console.log(shifted("hello", 3));

function point(code) {
  try {
    return String.fromCodePoint(code);
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}
console.log(point(97), point("98"), point(1.5), point(-1), point(0x110000), point(NaN));
console.log(String.fromCodePoint(72, 105));
