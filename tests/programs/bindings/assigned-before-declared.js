function set() {
  late = 1;
}
const attempt = (f) => {
  try {
    f();
    return "assigned";
  } catch (e) {
    return e.name;
  }
};
console.log(attempt(() => set()));
let late = 0;
set();
console.log(late);

async function slow() {
  await null;
  ready = true;
}
slow();
let ready = false;
setTimeout(() => console.log(ready), 5);
