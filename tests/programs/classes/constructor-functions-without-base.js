function Base() { this.x = 1; }
Base.prototype.get = function () { return this.x; };
function Sub() {}
Sub.prototype = Object.create(Base.prototype);
Sub.prototype.constructor = Sub;
function Other(y) { this.y = y; }
Other.prototype = Object.create(Base.prototype, { constructor: { value: Other } });
console.log(new Sub().get(), new Other(2).get(), new Other(2).y, new Sub() instanceof Base);
