class Timer {
  constructor() {
    this.ticks = 0;
    this.tick = () => {
      this.ticks++;
      return this;
    };
  }
  run(n) {
    [...Array(n)].forEach(() => {
      this.tick();
    });
    return this.ticks;
  }
}
const { tick } = new Timer();
console.log(tick().tick().ticks, new Timer().run(3));
