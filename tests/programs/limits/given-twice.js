// A name that is first an accessor, then a value.
const o = { get foo() { return 2; }, foo: 1 };
console.log(o.foo);
