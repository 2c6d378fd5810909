// for await over what is iterated at once: each value is awaited.
function* promises() {
  try {
    yield Promise.resolve("p1");
    yield "p2";
    yield "p3";
  } finally {
    console.log("closed");
  }
}
async function main() {
  for await (const x of [Promise.resolve(1), 2, Promise.resolve(3)]) console.log("array", x);
  for await (const x of new Set(["s"])) console.log("set", x);
  for await (const x of promises()) {
    console.log(x);
    if (x === "p2") break;
  }
  for await (const x of "ab") {
    console.log(x);
    break;
  }
  console.log("main done");
}
main();
let chain = Promise.resolve();
for (let i = 1; i <= 26; i++) chain = chain.then(() => console.log("tick", i));
