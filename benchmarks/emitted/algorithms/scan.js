// A log, read by regular expressions.
const LEVELS = ["INFO", "WARN", "ERROR"];
const lines = [];
for (let i = 0; i < 6000; i++) {
  const level = LEVELS[i % LEVELS.length];
  lines.push(`2024-03-${String((i % 28) + 1).padStart(2, "0")} ${level} [worker-${i % 8}] took ${(i * 37) % 900}ms`);
}
const log = lines.join("\n");

const ENTRY = /^(?<date>\d{4}-\d{2}-\d{2}) (?<level>[A-Z]+) \[(?<worker>[\w-]+)\] took (?<time>\d+)ms$/gm;

const times = new Map();
let errors = 0;
for (const match of log.matchAll(ENTRY)) {
  const { level, worker, time } = match.groups;
  if (level === "ERROR") errors++;
  const known = times.get(worker) || 0;
  times.set(worker, known + Number(time));
}
console.log(errors);
for (const [worker, time] of times) {
  console.log(`${worker}: ${time}`);
}
console.log(log.replace(/\d+ms/g, "?").length);
