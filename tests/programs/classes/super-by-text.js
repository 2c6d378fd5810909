class A { m() { return 1; } get g() { return 2; } }
class B extends A { o() { return super["m"]() + super["g"]; } }
console.log(new B().o());
