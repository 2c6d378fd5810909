// Between which bounds numbers are: of what they are given, and of tests before.
function rotate(text, by) {
  let out = "";
  for (const ch of text) {
    out += String.fromCharCode(((ch.charCodeAt(0) + by - "a".charCodeAt(0)) % 26) + "a".charCodeAt(0));
  }
  return out;
}

function swapCase(text) {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    let code = text[i].charCodeAt(0);
    if (code >= 65 && code <= 90) {
      code += 32;
    } else if (code >= 97 && code <= 122) {
      code -= 32;
    }
    out += String.fromCharCode(code);
  }
  return out;
}

function between(planets, first, second) {
  let low = -1;
  let high = -1;
  for (let i = 0; i < 4; i++) {
    if (planets[i] === first) low = i;
    if (planets[i] === second) high = i;
  }
  if (low === -1 || high === -1) return "none";
  if (low > high) {
    const swapped = low;
    low = high;
    high = swapped;
  }
  const found = [];
  for (let i = low + 1; i < high; i++) found.push(planets[i]);
  return found.join("+");
}

function backwards(rows) {
  const out = [];
  for (let i = rows.length - 1; i >= 0; i--) {
    for (let j = rows[i].length - 1; j >= 0; j--) out.push(rows[i][j]);
  }
  return out.join("");
}

function mirrored(xs) {
  for (let i = 0; i < Math.floor(xs.length / 2); i++) {
    if (xs[i] !== xs.at(-i - 1)) return false;
  }
  return true;
}

// Not between the bounds: before the start there is undefined.
function before(xs) {
  let i = xs.length;
  const seen = [];
  while (i > -2) {
    i--;
    seen.push(xs[i] === undefined ? "none" : xs[i]);
  }
  return seen.join(" ");
}

function under(xs, start) {
  let i = start;
  if (i > 0) {
    i -= 2;
    return xs[i] ?? "none";
  }
  return "start";
}

function afterLoop(xs, wanted) {
  let i = xs.length - 1;
  while (i >= 0 && xs[i] !== wanted) i--;
  return xs[i] === undefined ? "none" : xs[i];
}

function inClosure(xs) {
  let i = 2;
  const back = () => {
    i -= 3;
  };
  if (i >= 0) {
    back();
    return xs[i] === undefined ? "none" : xs[i];
  }
  return "never";
}

function past(xs) {
  return xs.at(-xs.length - 1) === undefined ? "none" : "some";
}

function remainders(from, to) {
  const seen = [];
  for (let i = from; i <= to; i++) {
    seen.push(i % 3);
    if (i >= 0) seen.push(i % 4);
    if (i % 2) seen.push("odd");
  }
  return seen.join(" ");
}

console.log(rotate("hello", 3), rotate("xyz", 3), swapCase("Hello, World"));
console.log(between(["a", "b", "c", "d"], "d", "a"), between(["a", "b", "c", "d"], "x", "a"));
console.log(backwards([[1, 2], [], [3, 4, 5]]), mirrored([1, 2, 1]), mirrored([1, 2, 3]), mirrored([]));
console.log(before(["a", "b"]), under(["a", "b"], 1), under(["a", "b"], 3), under(["a", "b"], 0));
console.log(afterLoop(["a", "b"], "a"), afterLoop(["a", "b"], "z"), inClosure(["a", "b"]), past(["a"]));
console.log(remainders(-5, 5));

// Operators on 32 bits: plain where nothing leaves 32 bits.
function search(xs, wanted) {
  let low = 0;
  let high = xs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (xs[middle] === wanted) return middle;
    if (xs[middle] < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function color(r, g, b) {
  return (r << 16) | (g << 8) | b;
}

function wide(a, b) {
  return (a << 24) | b;
}

function doubled(n) {
  let x = 1;
  for (let i = 0; i < n; i++) x = x << 1;
  return x;
}

function ones(x) {
  let count = 0;
  while (x) {
    count += x & 1;
    x >>>= 1;
  }
  return count;
}

function middles(n) {
  const seen = [];
  for (let a = 1; seen.length < n; a *= 7) seen.push((a + 5) >> 1);
  return seen.join(" ");
}

console.log(search([1, 3, 5, 7, 9], 7), search([1, 3], 2), color(1, 2, 3), color(255, 255, 255));
console.log(wide(200, 7), doubled(31), doubled(33), ones(13), ones(-1), middles(14));
