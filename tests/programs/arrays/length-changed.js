// Arrays that are cut, or made longer, by assignments to their length.
const queue = [1, 2, 3, 4, 5, 6, 7, 8];
queue.length >>>= 1;
console.log(queue, queue.length);
queue.length--;
queue.length -= 1;
console.log(queue);
class Ring {
  constructor() { this.list = ["a", "b", "c", "d"]; }
  shrink() { this.list.length /= 2; return this.list; }
}
console.log(new Ring().shrink());
while (queue.length) queue.length--;
console.log(queue);
