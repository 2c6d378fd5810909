// Symbol.toStringTag: the text of an object, and what is shown beside its class.
class V {
  get [Symbol.toStringTag]() {
    return "V";
  }
}
class W {
  constructor() {
    this.x = 1;
  }
  get [Symbol.toStringTag]() {
    return "Tag";
  }
}
class Lower extends W {
  get [Symbol.toStringTag]() {
    return `${super[Symbol.toStringTag]}ged`;
  }
}
class Field {
  [Symbol.toStringTag] = "Own";
}
class Both extends W {
  toString() {
    return "both";
  }
}
const v = new V();
console.log(String(v), `${v}`, v + "", v[Symbol.toStringTag]);
for (const each of [v, new W(), new Lower(), new Field(), new Both()]) {
  console.log(String(each), Object.prototype.toString.call(each));
}
console.log(v, new W(), [new W()], { deep: { in: { it: new W() } } });
console.log(new Lower(), new Field());
const o = { [Symbol.toStringTag]: "O", a: 1 };
console.log(String(o), Object.prototype.toString.call(o), o.a);
