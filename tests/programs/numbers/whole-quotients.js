// A quotient of integers is one where a test before says so, and only there.
function collatz(n) {
  let steps = 0;
  while (n !== 1) {
    n = n % 2 === 0 ? n / 2 : 3 * n + 1;
    steps++;
  }
  return steps;
}

function digits(n) {
  const found = [];
  while (n > 0) {
    found.push(n % 10);
    n = (n - n % 10) / 10;
  }
  return found;
}

function twos(n) {
  let count = 0;
  while (n % 2 === 0) {
    n /= 2;
    count += 1;
  }
  return `${count} ${n}`;
}

function median(xs) {
  const sorted = [...xs].sort((a, b) => a - b);
  if (sorted.length % 2 === 1) {
    return sorted[Math.floor(sorted.length / 2)];
  }
  return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
}

function thirds(xs) {
  const every = xs.filter((x, i) => i % 3 === 0);
  return xs.map((x, i) => (i % 3 === 0 ? every[i / 3] * 10 : x));
}

// Here it is not whole at the second division, or not the same number.
function halvedTwice(n) {
  if (n % 2 !== 0) return "odd";
  const half = n / 2;
  return `${half} ${half / 2}`;
}

function changed(n) {
  if (n % 2 === 0) {
    n = n + 1;
    return `${n / 2}`;
  }
  return `${n / 2}`;
}

function shadowed(n) {
  if (n % 2 === 0) {
    const inner = (n) => `${n / 2}`;
    return inner(n + 1);
  }
  return "odd";
}

function inLoop(n) {
  const seen = [];
  if (n % 4 === 0) {
    for (let i = 0; i < 4; i++) {
      seen.push(`${n / 4}`);
      n = n - 1;
    }
  }
  return seen.join(" ");
}

function either(a, b) {
  if (a % 2 === 0 || b % 2 === 0) return `${a / 2} ${b / 2}`;
  return "both odd";
}

function odd(n) {
  // -3 % 2 is -1, not 1.
  if (n % 2 === 1) return "odd";
  return `${n / 2}`;
}

console.log(collatz(27), digits(90210).join("-"), twos(48), twos(7));
console.log(median([3, 1, 2]), median([4, 1, 3, 2]), median([10, 1]));
console.log(thirds([1, 2, 3, 4, 5, 6, 7]).join());
console.log(halvedTwice(6), halvedTwice(8), changed(4), changed(5), shadowed(6));
console.log(inLoop(8), either(3, 4), either(1, 1), odd(-3), odd(-4), odd(5));

function middle(xs) {
  const sorted = [...xs].sort((a, b) => a - b);
  const mid = Math.floor(sorted.length / 2);
  return sorted.length % 2 !== 0 ? sorted[mid] : (sorted[mid - 1] + sorted[mid]) / 2;
}

function beforeMiddle(xs) {
  const mid = Math.floor(xs.length / 2);
  return xs[mid - 1] === undefined ? "none" : xs[mid - 1];
}

console.log(middle([5, 3, 1]), middle([4, 1]), beforeMiddle([1]), beforeMiddle([1, 2]));
