// What is shown of objects with a tag of their own is another thing than of their class.
const o = { [Symbol.toStringTag]: "O", a: 1 };
console.log(o);
class Static {
  static [Symbol.toStringTag] = "S";
}
console.log(Object.prototype.toString.call(Static));
