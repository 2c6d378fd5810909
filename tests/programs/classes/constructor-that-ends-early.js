// A property that the constructor may not come to set is undefined.
class Timer {
  constructor(delay) {
    if (delay) return;
    this.started = true;
  }
}
console.log(new Timer(1).started, new Timer(0).started);
for (let i = 0; i < 2; i++) {
  var last;
  if (i > 0) break;
  last = i;
}
console.log(last);
