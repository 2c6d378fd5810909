// Classes that extend Array are lists with methods of their own.
class Stack extends Array {
  /** The item on top. */
  peek() {
    return this[this.length - 1];
  }
  get empty() {
    return this.length === 0;
  }
  clear() {
    while (this.length) this.pop();
    return this;
  }
  remove(item) {
    const at = this.indexOf(item);
    if (at >= 0) this.splice(at, 1);
    return at >= 0;
  }
  count() {
    return this.length;
  }
}
const stack = new Stack();
console.log(stack.empty);
stack.push(1);
stack.push(2, 3);
console.log(stack.peek(), stack.length, stack.empty, stack.pop(), [...stack], stack[0], stack.includes(2));
for (const item of stack) console.log(item);
stack.push(5);
console.log(stack.remove(2), stack.remove(9), stack.count(), stack.join("-"), `${stack}`);
console.log(stack instanceof Stack, stack instanceof Array, Array.isArray(stack), JSON.stringify(stack));
stack.sort((a, b) => b - a);
console.log(stack);
const [first, ...others] = stack;
console.log(first, others, Math.max(...stack), stack.clear().length, stack.empty);
if (stack) console.log("an empty one is true");
console.log(stack === stack.clear(), new Stack() === new Stack());

class Limited extends Array {
  #limit;
  dropped = 0;
  constructor(limit) {
    super();
    this.#limit = limit;
    this.name = "limited";
  }
  add(item) {
    if (this.length >= this.#limit) {
      this.dropped++;
      this.shift();
    }
    this.push(item);
    return this;
  }
  static of2(a, b) {
    return new this(2).add(a).add(b);
  }
}
const limited = new Limited(2).add("a").add("b").add("c");
console.log(limited.length, limited.dropped, limited.name, limited.join(), limited.at(-1));
limited[0] = "z";
limited.forEach((item, index) => console.log(index, item));
console.log(limited.reduce((text, item) => text + item, ""), limited.indexOf("c"), Limited.of2(1, 2).length);
console.log([limited, 1].length, [...limited].map((x) => x + x));

class Sums extends Limited {
  total() {
    let sum = 0;
    for (const x of this) sum += x;
    return sum;
  }
  add(item) {
    return super.add(item * 2);
  }
}
const sums = new Sums(3);
sums.add(1).add(2);
console.log(sums.total(), sums instanceof Limited, sums.dropped);
const held = new Map([[sums, "held"]]);
console.log(held.get(sums), held.has(new Sums(3)));
