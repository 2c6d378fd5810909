// Elements that an assignment takes and a test asks for.
function read(s) { let i = 0, ch, out = ""; while ((ch = s[i++])) out += ch + "."; return out; }
console.log(read("abc"));
let j = 0, item; const xs = [1, 2, 3]; let sum = 0;
while ((item = xs[j++]) !== undefined) sum += item;
console.log(sum);
for (let i = 0, c; (c = "xyz"[i]); i++) console.log(c.toUpperCase());
const queue = [{ n: 1 }, { n: 2 }];
let k = 0, job;
while ((job = queue[k++])) console.log(job.n);
let line;
const lines = "a\nb".split("\n");
let at = 0;
do { line = lines[at++]; if (line === undefined) break; console.log(line.length); } while (true);
