// Callbacks that make the array shorter: some and every leave out what is gone.
const scores = [1, 2, 3, 4, 6];
function isHigh(score) {
  scores.length = 3;
  return score > 3 || score === undefined;
}
console.log(scores.some(isHigh), scores.length);

const queue = ["a", "b", "c", "d"];
const asked = [];
console.log(
  queue.every((name) => {
    asked.push(name);
    queue.pop();
    return name !== undefined;
  }),
  asked,
);
