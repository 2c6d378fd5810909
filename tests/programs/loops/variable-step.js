// Steps that are variables: a range where they stay as they are and above 0.
function primes(limit) {
  const composite = new Array(limit + 1).fill(false);
  const found = [];
  for (let i = 2; i <= limit; i++) {
    if (composite[i]) continue;
    found.push(i);
    for (let j = i * i; j <= limit; j += i) composite[j] = true;
  }
  return found;
}

function everyNth(xs, step) {
  const out = [];
  for (let i = 0; i < xs.length; i += step) out.push(xs[i]);
  return out.join("");
}

function shrinking(limit) {
  const seen = [];
  let step = 4;
  for (let i = 0; i < limit; i += step) {
    seen.push(i);
    if (step > 1) step--;
  }
  return seen.join(" ");
}

function past(flags) {
  const seen = new Array(3).fill(true);
  const out = [];
  for (let i = 0; i < flags; i++) out.push(seen[i] ? "yes" : "no");
  return out.join(" ");
}

function shorter() {
  const seen = new Array(4).fill(true);
  seen.pop();
  const out = [];
  for (let i = 0; i < 4; i++) out.push(seen[i] ? "yes" : "no");
  return out.join(" ");
}

console.log(primes(50).join(), everyNth("abcdefg", 3), shrinking(12), past(5), shorter());
