const p = new Promise((resolve, reject) => {
  resolve("first");
  resolve("second");
  reject(new Error("third"));
});
const q = new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error("early")), 10);
  setTimeout(() => resolve("late"), 40);
});
p.then(console.log);
q.then(console.log, (err) => console.log(err.message));
