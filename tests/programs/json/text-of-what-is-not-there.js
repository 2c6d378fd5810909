// JSON.stringify(undefined) is undefined, so also of a character before the first one.
class Label {
  place = 0;
  get text() {
    return JSON.stringify("abc"[~this.place]) ?? "none";
  }
}
const label = new Label();
console.log(label.text);
label.place = -2;
console.log(label.text);
