// Combinators of settled promises take the ticks of their own then().
const one = Promise.resolve(1);
const bad = Promise.reject(new Error("bad"));
bad.catch(() => {});
Promise.all([one, 2, Promise.resolve(3)]).then((v) => console.log("all", v));
Promise.race([bad, one]).then(() => console.log("?"), (e) => console.log("race", e.message));
Promise.any([bad, one]).then((v) => console.log("any", v));
Promise.allSettled([bad, one]).then((r) => console.log("settled", r.map((x) => x.status)));
Promise.all([]).then((v) => console.log("empty all", v.length));
Promise.all([one, bad]).catch((e) => console.log("all failed", e.message));
let chain = Promise.resolve();
for (let i = 1; i <= 5; i++) chain = chain.then(() => console.log("tick", i));
