// Callbacks that are bound to the `this` around them, as they were before arrows.
class Scale {
  constructor(factor) {
    this.factor = factor;
    this.seen = [];
  }

  all(xs) {
    xs.forEach(function (x) {
      this.seen.push(x);
    }, this);
    const twice = function (x) {
      return x * this.factor;
    }.bind(this);
    return [
      xs.map(twice),
      xs.filter(function (x) {
        return x > this.factor;
      }, this),
      xs.some(function (x) {
        return this.seen.includes(x + 1);
      }.bind(this)),
    ];
  }

  later(ms) {
    setTimeout(
      function () {
        console.log("later", this.factor);
      }.bind(this),
      ms,
    );
  }
}

const scale = new Scale(2);
console.log(scale.all([1, 2, 3]), scale.seen);
scale.later(5);
