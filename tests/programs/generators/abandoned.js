// Nobody reads on, and nobody says so: the finally never runs.
function* numbers() {
  try {
    yield 1;
    yield 2;
  } finally {
    console.log("closed");
  }
}
const first = numbers();
console.log(first.next().value);

const second = numbers();
console.log(second.next().value);
second.return();
console.log("end");
