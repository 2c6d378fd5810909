// A closure reads a constant before it has a value: that raises, also where the value of the
// constant does not matter to the result.
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return e.name;
  }
};

console.log(attempt(() => { const f = () => (z ? 1 : 2); const r = f(); const z = {}; return r; }));
console.log(attempt(() => { const f = () => !y; const r = f(); const y = []; return r; }));
console.log(attempt(() => { const f = () => { s; return 1; }; const r = f(); const s = {}; return r; }));
console.log(attempt(() => { const f = () => Boolean(m); const r = f(); const m = new Map(); return r; }));
console.log(attempt(() => { const f = () => (K ? 1 : 2); const r = f(); class K {} return r; }));

// So does one in a callback of its own initialiser, in each round of a loop.
for (let i = 0; i < 2; i++) {
  console.log(
    attempt(() => {
      const kept = [0].filter((x) => x > Number(Boolean(kept)));
      return kept.length;
    })
  );
}
const seen = [];
for (let i = 0; i < 2; i++) {
  try {
    const kept = [...new Set([0].filter((x) => x > Number(Boolean(kept))))];
    seen.push(kept.length);
  } catch (e) {
    seen.push(e.name);
  }
}
console.log(seen.join());

// Later it has one.
const later = () => (table ? table.size : 0);
const table = new Map([["a", 1]]);
console.log(later());
function first() {
  return second() ? "yes" : "no";
}
function second() {
  return settings ? 1 : 0;
}
const settings = {};
console.log(first());
