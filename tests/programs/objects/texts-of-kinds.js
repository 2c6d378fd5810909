// Texts of instances, and of what has a tag.
class Plain { constructor() { this.x = 1; } }
const plain = new Plain();
console.log(plain.toString(), `${plain}`, plain + "");
const kept = new Map();
console.log(`${kept}`, String(new Set([1])));
console.log({} instanceof Object, (() => 1) instanceof Object, 5 instanceof Object);
class A {}
console.log(A instanceof Object, new A() instanceof Object);
