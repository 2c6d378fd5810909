// Numbers sorted by merging, and people sorted by score and name.
let seed = 42;

function random(below) {
  seed = (seed * 16807) % 2147483647;
  return seed % below;
}

function mergeSort(items) {
  if (items.length <= 1) return items;
  const middle = Math.floor(items.length / 2);
  const left = mergeSort(items.slice(0, middle));
  const right = mergeSort(items.slice(middle));
  const merged = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    if (left[i] <= right[j]) {
      merged.push(left[i]);
      i++;
    } else {
      merged.push(right[j]);
      j++;
    }
  }
  return merged.concat(left.slice(i), right.slice(j));
}

const numbers = [];
for (let i = 0; i < 12000; i++) {
  numbers.push(random(100000));
}
const sorted = mergeSort(numbers);

const people = numbers.map((number, id) => ({ name: `person ${id % 700}`, score: number % 100 }));
people.sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

console.log(sorted[0], sorted[6000], sorted[11999]);
console.log(people.slice(0, 3).map((person) => `${person.name}: ${person.score}`).join(", "));
