class Abstract {
  constructor() {
    if (new.target === Abstract) throw new TypeError("abstract!");
    this.kind = new.target.name;
  }
}
class Concrete extends Abstract {}
console.log(new Concrete().kind);
try {
  new Abstract();
} catch (err) {
  console.log(err.message);
}
