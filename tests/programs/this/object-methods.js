const counter = {
  count: 0,
  step: 2,
  up() {
    this.count += this.step;
    return this;
  },
  many(n) {
    const go = () => this.up();
    for (let i = 0; i < n; i++) go();
    return this.count;
  },
};
console.log(counter.up().up().count, counter.many(3));
const other = { ...counter, step: 10 };
console.log(other.up().count, counter.count);
