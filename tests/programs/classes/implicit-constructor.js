class Base {
  constructor(...args) {
    this.args = args;
  }
}
class Child extends Base {
  label = "child";
}
const child = new Child(1, 2);
console.log(child.args, child.label, child.constructor.name);
