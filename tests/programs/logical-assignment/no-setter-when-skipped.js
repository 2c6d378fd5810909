let evaluated = 0;
const value = () => {
  evaluated++;
  return "new";
};
const box = {
  stored: "old",
  get content() {
    return this.stored;
  },
  set content(v) {
    console.log("set to", v);
    this.stored = v;
  },
};
box.content ||= value();
box.content ??= value();
box.content &&= value();
console.log(box.content, evaluated);
