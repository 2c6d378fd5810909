const later = (ms, v) => new Promise((resolve) => setTimeout(resolve, ms, v));
const p = new Promise((resolve) => resolve(later(20, "inner")));
p.then((v) => console.log(v));
const failing = new Promise((resolve) => resolve(Promise.reject(new Error("adopted"))));
failing.catch((e) => console.log(e.message));
