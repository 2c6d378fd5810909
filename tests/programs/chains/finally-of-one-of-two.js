function f1(x2) {}
async function main() {
  (false ? f1("") : Promise.resolve(5)).finally(async () => {
    console.log(1);
  });
  Promise.resolve(6).finally(() => console.log("p"));
  Promise.resolve(6).then(() => console.log("q"));
  const p = Promise.resolve(7);
  p.finally(async () => { console.log("r"); });
  (f1(1) ?? p).finally(() => console.log("s"));
  console.log("t17");
}
main();
