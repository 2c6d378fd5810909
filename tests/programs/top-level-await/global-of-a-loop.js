{
let count = 0;
async function fn() {
  for await ({ unresolvable } of [{}]) {
    count += 1;
  }
}
fn().then(() => console.log(count, unresolvable));
}
