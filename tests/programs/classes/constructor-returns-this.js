class Base {
  constructor() {
    this.prop = 1;
  }
}
class Derived extends Base {
  constructor(early) {
    super();
    if (early) return this;
    this.b = 2;
    return undefined;
  }
}
console.log(new Derived(true).b, new Derived(false).b, new Derived(true).prop);
