const later = (ms, v) => new Promise((resolve) => setTimeout(resolve, ms, v));
async function main() {
  const first = [later(20, 1), later(10, 2)];
  const all = await Promise.all([...first, later(5, 3), Promise.all([later(1, 4), 5])]);
  console.log(JSON.stringify(all));
  const running = [];
  for (let i = 0; i < 3; i++) running.push(later(30 - i * 10, i));
  const values = await Promise.all(running);
  console.log(values.reduce((s, v) => s + v));
  Promise.all(running).then(([a, , c]) => console.log(a, c));
}
main();
