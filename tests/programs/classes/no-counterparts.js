function make() { return function () {}; }
class A extends make() {}
class B { static get constructor() { return 1; } }
console.log("valueOf" in {});
console.log(new A(), B.constructor);
