class Settings {
  theme = "dark";
  tags = [];
  size = this.tags.length + 1;
  extra;

  add(tag) {
    this.tags.push(tag);
    return this;
  }
}

const one = new Settings().add("a").add("b");
const two = new Settings();
console.log(one.tags, two.tags, one.theme, two.size, two.extra);
