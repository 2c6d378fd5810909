// What is not there yet is neither printed nor listed, and comes where it was set.
class Maybe {
  constructor(x) {
    if (x) this.a = 1;
    this.b = 2;
  }
}
console.log(new Maybe(0), new Maybe(1));

class Early {
  constructor(x) {
    this.z = 1;
    if (x) return;
    this.a = 1;
  }
  get sum() {
    return this.z + (this.a ?? 10);
  }
}
console.log(new Early(0), new Early(1), new Early(0).sum, new Early(1).sum);

class Base {
  open() {
    this.opened = true;
    return this;
  }
  isOpen() {
    return this.opened === true;
  }
}
class Door extends Base {
  constructor(name) {
    super();
    this.name = name;
  }
}
const door = new Door("front");
console.log(JSON.stringify(door), Object.keys(door), door.isOpen(), door.opened);
door.open();
console.log(JSON.stringify(door), { ...door }, door.isOpen());

class Counter {
  hit() {
    this.count = (this.count || 0) + 1;
    this.last ||= "first";
    return this;
  }
}
const counter = new Counter();
for (const key in counter) console.log(key);
console.log(counter, counter.hit().hit());

class Quiet {
  set(value) {
    this.value = value;
  }
  get() {
    return this.value;
  }
}
const quiet = new Quiet();
console.log(quiet.get());
quiet.set(3);
console.log(quiet.get());

function Maker(x) {
  this.x = x;
  if (x > 1) return this;
  this.y = 2;
  return this;
}
console.log(new Maker(2), new Maker(1));
