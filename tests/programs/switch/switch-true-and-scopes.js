function grade(points) {
  switch (true) {
    case points >= 90: {
      const mark = "A";
      return mark;
    }
    case points >= 50: {
      const mark = "B";
      return mark + "!";
    }
    default:
      return "F";
  }
}
console.log(grade(95), grade(60), grade(3));
let n = 0;
const next = () => ++n;
switch (2) {
  case next():
  case next():
    console.log("second", n);
    break;
  case next():
    console.log("never");
}
