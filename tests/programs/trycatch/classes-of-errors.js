class NotFound extends Error {}
class Denied extends Error {
  constructor(m) { super(m); this.code = 403; }
}
function run(f) {
  try {
    return f();
  } catch (err) {
    // what went wrong?
    if (err instanceof NotFound) {
      return `missing ${err.message}`;
    } else if (err instanceof Denied) {
      return `denied ${err.code}`;
    } else if (err instanceof TypeError) {
      return "type";
    } else {
      return `other ${err}`;
    }
  }
}
console.log(run(() => { throw new NotFound("x"); }), run(() => { throw new Denied("y"); }));
console.log(run(() => { throw new TypeError("z"); }), run(() => { throw new Error("w"); }), run(() => 5));
function quiet(f) {
  try {
    f();
  } catch (e) {
    if (e instanceof NotFound) console.log("nf");
    else if (e instanceof Denied) console.log("d", e.code);
  }
}
quiet(() => { throw new Denied("y"); });
quiet(() => { throw new Error("y"); });
function guard(f) {
  try {
    f();
  } catch (e) {
    if (e instanceof NotFound) return "nf";
    if (e instanceof Denied) return "denied";
    throw e;
  }
}
console.log(guard(() => { throw new Denied("y"); }));
try { guard(() => { throw new RangeError("r"); }); } catch (e) { console.log(e.name); }
let next = 1;
class Item { static last = 0; constructor() { this.id = Item.last++; this.n = next++; } }
new Item();
const it = new Item();
console.log(it.id, it.n, Item.last, next);
