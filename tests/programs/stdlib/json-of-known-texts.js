// What JSON.parse gives where the text stands in the source, and where it does not.
const sleep = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));

const config = JSON.parse('{"name": "box", "size": 2.0, "on": true, "tags": ["a", "b"], "none": null}');
console.log(`${config.name} ${config.size} ${config.on} ${config.tags} ${config.none} ${config.gone}`);
config.size = "large";
console.log(`${config.size}`);

function describe(text) {
  const data = JSON.parse(text);
  return `${data.id}: ${data.value}`;
}
console.log(describe('{"id": 1, "value": 1.5}'));
console.log(describe('{"id": 2, "value": [1, [2, null]]}'));
console.log(describe('{"id": 3}'));
console.log(describe(`{"id": ${2 + 2}, "value": false}`));

const anything = (text) => `${JSON.parse(text)}`;
console.log(["true", "1e3", "null", '"t"', "[1, 2]", "{}"].map(anything));

let changing = '{"n": 1}';
const later = () => `${JSON.parse(changing).n}`;
changing = '{"n": true}';
console.log(later());

function safe(text) {
  try {
    return `${JSON.parse(text).n}`;
  } catch (error) {
    return error.name;
  }
}
console.log(safe('{"n": 7}'), safe("{n: 7}"));

async function load(name) {
  if (name === "none") return "null";
  return sleep(5, `{"name": "${name}", "count": ${name === "a" ? "1" : "true"}}`);
}

async function main() {
  for (const found of [await load("a"), await load("b")]) {
    console.log(`${JSON.parse(found).count}`);
  }
  const first = JSON.parse(await load("a"));
  console.log(first === null ? "nothing" : `${first.name} ${first.count}`);
  await load("none").then((text) => console.log(`${JSON.parse(text)}`));
  const key = ["name", "count"][1];
  console.log(`${first[key]}`, Object.keys(first).length);
  delete first.count;
  console.log(`${first.count}`);
}

main();
