"use strict";

// Shortest ways through a road map, with a binary heap as the queue.

class MinHeap {
  constructor(compare) {
    this.compare = compare;
    this.items = [];
  }

  get isEmpty() {
    return this.items.length === 0;
  }

  push(item) {
    const { items, compare } = this;
    items.push(item);
    let i = items.length - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (compare(items[parent], items[i]) <= 0) break;
      [items[parent], items[i]] = [items[i], items[parent]];
      i = parent;
    }
  }

  pop() {
    const { items, compare } = this;
    const top = items[0];
    const last = items.pop();
    if (items.length > 0) {
      items[0] = last;
      let i = 0;
      for (;;) {
        const left = 2 * i + 1;
        const right = left + 1;
        let least = i;
        if (left < items.length && compare(items[left], items[least]) < 0) least = left;
        if (right < items.length && compare(items[right], items[least]) < 0) least = right;
        if (least === i) break;
        [items[i], items[least]] = [items[least], items[i]];
        i = least;
      }
    }
    return top;
  }
}

const ROADS = [
  ["Bern", "Thun", 31],
  ["Bern", "Basel", 100],
  ["Thun", "Brig", 84],
  ["Basel", "Chur", 202],
  ["Bern", "Chur", 240],
  ["Brig", "Chur", 180],
];

function buildGraph(roads) {
  const graph = new Map();
  for (const [from, to, km] of roads) {
    for (const [a, b] of [[from, to], [to, from]]) {
      if (!graph.has(a)) graph.set(a, []);
      graph.get(a).push({ to: b, km });
    }
  }
  return graph;
}

function dijkstra(graph, start) {
  const distance = new Map([...graph.keys()].map((city) => [city, Infinity]));
  const previous = new Map();
  const queue = new MinHeap((a, b) => a.km - b.km);
  distance.set(start, 0);
  queue.push({ city: start, km: 0 });
  while (!queue.isEmpty) {
    const { city, km } = queue.pop();
    if (km > distance.get(city)) continue;
    for (const road of graph.get(city)) {
      const candidate = km + road.km;
      if (candidate < distance.get(road.to)) {
        distance.set(road.to, candidate);
        previous.set(road.to, city);
        queue.push({ city: road.to, km: candidate });
      }
    }
  }
  return { distance, previous };
}

function route(previous, goal) {
  const path = [goal];
  while (previous.has(path[0])) {
    path.unshift(previous.get(path[0]));
  }
  return path;
}

const graph = buildGraph(ROADS);
graph.set("Island", []);
const { distance, previous } = dijkstra(graph, "Brig");
for (const [city, km] of distance) {
  const way = Number.isFinite(km) ? `${km} km via ${route(previous, city).join(" > ")}` : "not reachable";
  console.log(`${city}: ${way}`);
}
