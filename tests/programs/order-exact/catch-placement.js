// Where a catch stands decides what it sees, and when.
const fail = () => Promise.reject(new Error("no"));
fail().then(() => console.log("A skipped")).catch((e) => console.log("A", e.message)).then(() => console.log("A after"));
fail().catch((e) => console.log("B", e.message)).then(() => console.log("B then")).then(() => console.log("B after"));
fail().then(() => console.log("C skipped"), (e) => console.log("C", e.message)).then(() => console.log("C after"));
Promise.resolve(1).then(() => { throw new Error("late"); }, () => console.log("D never")).catch((e) => console.log("D", e.message));
(async () => {
  try { await fail(); } catch (e) { console.log("E", e.message); }
  console.log("E after");
})();
