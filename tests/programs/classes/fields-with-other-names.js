// Fields that Python has to call otherwise are shown so; a warning tells it.
class Route {
  constructor(from, to) {
    this.from = from;
    this.$to = to;
  }
}
console.log(new Route("a", "b"));
console.log(JSON.stringify(new Route("c", "d")));
