// A constructor calls a method that the class below defines.
class Widget {
  constructor(name) {
    this.name = name;
    this.setUp();
  }
  setUp() {
    this.size = 1;
  }
}
class Wide extends Widget {
  setUp() {
    this.size = "wide";
    this.extra = [this.name];
  }
}
class Titled extends Widget {
  constructor(name, title) {
    super(name);
    this.title = title;
  }
  setUp() {
    this.parts = [this.name];
  }
}
const wide = new Wide("w");
console.log(new Widget("p").size, wide.size, wide.extra);
const titled = new Titled("t", "T");
console.log(titled.parts, titled.title, titled.size);

let hash = 0;
for (const letter of "hello world") hash = (hash * 31 + letter.charCodeAt(0)) | 0;
console.log(hash, hash % 7, Math.abs(hash) % 10);
