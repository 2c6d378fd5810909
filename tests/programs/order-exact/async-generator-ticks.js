// Each step of an async generator takes its ticks; requests wait in a queue.
async function* letters() {
  console.log("begin");
  const sent = yield "a";
  console.log("sent", sent);
  yield Promise.resolve("b");
  return "end";
}
const steps = letters();
steps.next("ignored").then((s) => console.log(s.value, s.done));
steps.next("S").then((s) => console.log(s.value, s.done));
steps.next().then((s) => console.log(s.value, s.done));
steps.next().then((s) => console.log(s.value, s.done));
let chain = Promise.resolve();
for (let i = 1; i <= 8; i++) chain = chain.then(() => console.log("tick", i));
