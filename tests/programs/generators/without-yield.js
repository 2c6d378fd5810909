function* none() {}
function* says() {
  console.log("runs when asked");
}
async function* nobody(list) {
  list.push("asked");
}
async function main() {
  console.log([...none()], none().next());
  const unused = says();
  for (const x of says()) console.log(x);
  const list = [];
  for await (const x of nobody(list)) console.log(x);
  console.log(list, typeof unused);
}
main();
