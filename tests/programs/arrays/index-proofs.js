// Indexes that are inside, and some that are not.
const palindrome = (s) => {
  for (let i = 0; i < s.length; i++) {
    if (s[i] !== s[s.length - i - 1]) return false;
  }
  return true;
};
console.log(palindrome("anna"), palindrome("abc"), palindrome(""));
const bubble = (list) => {
  for (let j = list.length - 2; j >= 0; j--) {
    for (let k = 0; k <= j; k++) {
      if (list[k] > list[k + 1]) [list[k], list[k + 1]] = [list[k + 1], list[k]];
    }
  }
  return list;
};
console.log(bubble([3, 1, 2]), bubble([]), bubble([1]));
const select = (list) => {
  for (let j = 0; j < list.length; j++) {
    let least = j;
    for (let k = j + 1; k < list.length; k++) if (list[k] < list[least]) least = k;
    const held = list[j];
    list[j] = list[least];
    list[least] = held;
  }
  return list;
};
console.log(select([5, 2, 9, 1]));
const doubled = (s) => {
  let found = 0;
  for (let i = 0; i < s.length; i++) if (s[i + 1] === "!" || s[0] === "?") found++;
  return found;
};
console.log(doubled("a!b!"), doubled(""), doubled("??"));
const last = (s) => {
  const size = s.length;
  if (size === 0) return "none";
  if (size === 1) return s[size - 1];
  return s[size - 2] + s[size - 1];
};
console.log(last(""), last("a"), last("abc"));
const sums = [];
for (let i = 0; i < 3; i++) sums[sums.length] = i + (i > 0 ? sums[i - 1] : 0);
console.log(sums, sums[-1], sums[9] === undefined);
