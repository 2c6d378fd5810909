class C { constructor() { this.m = new Map([[1, 2]]); } go(k) { setTimeout(() => this.m.delete(k), 1000).unref(); console.log("x"); } }
new C().go(1);
const t = setTimeout(() => console.log("never"), 1000); t.unref();
setTimeout(() => console.log("no"), 500).unref();
const kept = setTimeout(() => console.log("kept"), 20).unref();
setTimeout(() => console.log("alive"), 40);
const gone = setTimeout(() => console.log("gone"), 10); gone.unref(); clearTimeout(gone);
const every = setInterval(() => console.log("tick"), 15); every.unref();
