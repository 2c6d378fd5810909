"use strict";

// Regular expressions over a web server's log.

const LOG = `
10.0.0.1 - [12/Mar/2024:10:00:01] "GET /index.html HTTP/1.1" 200 5120
10.0.0.2 - [12/Mar/2024:10:00:03] "POST /login HTTP/1.1" 302 0
10.0.0.1 - [12/Mar/2024:10:00:04] "GET /style.css HTTP/1.1" 200 980
broken line
10.0.0.3 - [12/Mar/2024:10:01:30] "GET /admin?user=root&try=1 HTTP/1.1" 403 210
10.0.0.3 - [12/Mar/2024:10:01:31] "GET /admin?user=root&try=2 HTTP/1.1" 403 210
10.0.0.2 - [12/Mar/2024:10:02:00] "GET /report.pdf HTTP/1.1" 500 77
`;

const ENTRY =
  /^(?<ip>[\d.]+) - \[(?<day>[^:]+):(?<time>[\d:]+)\] "(?<method>[A-Z]+) (?<url>\S+) [^"]*" (?<status>\d{3}) (?<bytes>\d+)$/;

/** One entry, or null if the line makes no sense. */
function parseEntry(line) {
  const match = ENTRY.exec(line);
  if (!match) return null;
  const { ip, time, method, url, status, bytes } = match.groups;
  const [path, query = ""] = url.split("?");
  return { ip, time, method, path, query, status: Number(status), bytes: Number(bytes) };
}

function parseQuery(query) {
  const params = {};
  for (const [, key, value] of query.matchAll(/(\w+)=(\w*)/g)) {
    params[key] = value;
  }
  return params;
}

const lines = LOG.split("\n").filter((line) => line.trim() !== "");
const entries = [];
for (const [index, line] of lines.entries()) {
  const entry = parseEntry(line);
  if (entry) entries.push(entry);
  else console.log(`line ${index + 1} skipped: ${line}`);
}

const byStatus = {};
for (const { status } of entries) {
  const group = `${Math.floor(status / 100)}xx`;
  byStatus[group] = (byStatus[group] ?? 0) + 1;
}
for (const group of Object.keys(byStatus).sort()) {
  console.log(`${group}: ${"*".repeat(byStatus[group])}`);
}

const traffic = entries.reduce((sum, entry) => sum + entry.bytes, 0);
console.log(`traffic: ${(traffic / 1024).toFixed(1)} KiB`);

const suspicious = entries.filter(({ path, status }) => /^\/admin\b/.test(path) && status === 403);
for (const { ip, time, query } of suspicious) {
  const { user, try: attempt } = parseQuery(query);
  console.log(`${time} ${ip} tried ${user} (${attempt})`);
}

const masked = entries[0].ip.replace(/\d+$/, "x");
const stamp = entries.at(-1).time.replace(/(\d+):(\d+):(\d+)/, "$1h $2m $3s");
console.log(`${masked}, last entry at ${stamp}`);
console.log("a-b_c d".replace(/[-_ ](\w)/g, (_, ch) => ch.toUpperCase()));
