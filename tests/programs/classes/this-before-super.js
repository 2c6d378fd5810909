class A {}
class B extends A {
  constructor() {
    const early = () => this;
    super();
    console.log(early() === this);
  }
}
new B();
