"use strict";

// Watch the heartbeats of some nodes; who misses too many is declared lost.

class Monitor {
  constructor({ interval, tolerance }) {
    this.interval = interval;
    this.tolerance = tolerance;
    this.nodes = new Map();
    this.onLost = null;
  }

  beat(name) {
    this.nodes.set(name, { missed: 0, lost: false });
  }

  start() {
    this.timer = setInterval(() => this.check(), this.interval);
  }

  check() {
    for (const [name, node] of this.nodes) {
      node.missed += 1;
      if (node.missed > this.tolerance && !node.lost) {
        node.lost = true;
        this.onLost?.(name, node.missed);
      }
    }
  }

  stop() {
    clearInterval(this.timer);
    return [...this.nodes].filter(([, node]) => !node.lost).map(([name]) => name);
  }
}

function startNode(monitor, name, every, beats) {
  let sent = 0;
  monitor.beat(name);
  const timer = setInterval(() => {
    sent += 1;
    if (sent > beats) {
      clearInterval(timer);
      console.log(`${name} falls silent`);
      return;
    }
    monitor.beat(name);
  }, every);
  return () => clearInterval(timer);
}

const monitor = new Monitor({ interval: 50, tolerance: 2 });
monitor.onLost = (name, missed) => console.log(`lost ${name} after ${missed} checks`);
monitor.start();

const stops = [startNode(monitor, "steady", 30, 99), startNode(monitor, "weak", 30, 1)];

setTimeout(() => {
  console.log("shutting down");
  stops.forEach((stop) => stop());
  console.log(`alive: ${monitor.stop().join(", ")}`);
}, 280);

console.log(`watching ${monitor.nodes.size} nodes`);
