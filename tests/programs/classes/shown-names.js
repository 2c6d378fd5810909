// Classes, and instances of them, are shown by the names that they have in JavaScript.
class foo { constructor() { this.a = 1; } }
console.log(new foo());
class bar {}
console.log(bar, [bar]);
const Q = class {};
console.log(Q, new Q());
console.log(class {}, [class {}]);
console.log(new (class {})(), [new (class { a = 1; })()]);
class two extends foo {}
console.log(two, new two());
