// Texts that surely are digits, and others that only look so.
function digitSum(n) {
  return String(n).split("").map(Number).reduce((sum, digit) => sum + digit, 0);
}

function largest(n) {
  let most = 0;
  for (const digit of n.toString()) {
    if (Number(digit) > most) most = +digit;
  }
  return most;
}

function reversed(n) {
  return parseInt(`${n}`[0], 10) + [...`${n}`].reverse().map((d) => Number(d) * 2).join("");
}

function lastIsOdd(n) {
  const text = String(n);
  return text[text.length - 1] % 2 === 1;
}

function readDate(text) {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return "no date";
  const [, year, month] = match;
  return `${Number(year) + 1} ${Number(month)} ${Number(match[3]) * 2}`;
}

function readNamed(text) {
  const found = text.match(/(?<count>\d+) of (?<most>[0-9]{1,3})?/);
  if (found === null) return "none";
  const { count, most } = found.groups;
  return `${Number(count) + 1} ${Number(most)}`;
}

function total(log) {
  let sum = 0;
  for (const { groups } of log.matchAll(/took (?<time>\d+)ms/g)) sum += Number(groups.time);
  for (const match of log.matchAll(/took (\d+)ms/g)) sum += Number(match[1]);
  return sum;
}

// Not digits alone: signs, points, nothing at all, other characters.
function signed(n) {
  return String(n).split("").map(Number).join(" ");
}

function loose(text) {
  const match = /^(\d*)(\.\d+|-\d)?$/.exec(text);
  return match ? `${Number(match[1])} ${Number(match[2])}` : "none";
}

function halves(n) {
  return String(n / 2).split("").map(Number).join(" ");
}

console.log(digitSum(90210), largest(31415), reversed(123), lastIsOdd(7), lastIsOdd(10));
console.log(readDate("2024-02-29"), readDate("x"), readNamed("3 of 12"), readNamed("3 of x"), readNamed(""));
console.log(total("took 12ms, took 30ms"), signed(-12), loose("12.5"), loose(""), loose("7-1"), halves(5));
