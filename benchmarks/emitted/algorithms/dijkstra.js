// Shortest ways through a graph, with a binary heap as the queue.
class Heap {
  constructor() {
    this.items = [];
  }

  get size() {
    return this.items.length;
  }

  push(cost, node) {
    this.items.push({ cost, node });
    let i = this.items.length - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.items[parent].cost <= this.items[i].cost) break;
      [this.items[parent], this.items[i]] = [this.items[i], this.items[parent]];
      i = parent;
    }
  }

  pop() {
    const top = this.items[0];
    const last = this.items.pop();
    if (this.items.length > 0) {
      this.items[0] = last;
      let i = 0;
      while (true) {
        const left = 2 * i + 1;
        const right = left + 1;
        let least = i;
        if (left < this.items.length && this.items[left].cost < this.items[least].cost) least = left;
        if (right < this.items.length && this.items[right].cost < this.items[least].cost) least = right;
        if (least === i) break;
        [this.items[least], this.items[i]] = [this.items[i], this.items[least]];
        i = least;
      }
    }
    return top;
  }
}

function shortest(graph, start) {
  const distances = new Array(graph.length).fill(Infinity);
  distances[start] = 0;
  const queue = new Heap();
  queue.push(0, start);
  while (queue.size > 0) {
    const { cost, node } = queue.pop();
    if (cost > distances[node]) continue;
    for (const [next, length] of graph[node]) {
      const total = cost + length;
      if (total < distances[next]) {
        distances[next] = total;
        queue.push(total, next);
      }
    }
  }
  return distances;
}

const graph = [];
for (let i = 0; i < 2000; i++) {
  graph.push([
    [(i * 7 + 1) % 2000, (i % 13) + 1],
    [(i * 3 + 5) % 2000, (i % 7) + 2],
    [(i + 1) % 2000, 9],
  ]);
}
const distances = shortest(graph, 0);
let farthest = 0;
for (let i = 0; i < distances.length; i++) {
  if (distances[i] > distances[farthest]) farthest = i;
}
console.log(distances[1999], farthest, distances[farthest]);
