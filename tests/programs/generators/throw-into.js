function* worker() {
  while (true) {
    try {
      const job = yield;
      console.log("job", job);
    } catch (err) {
      console.log("recovered from", err.message);
    }
  }
}
const w = worker();
w.next();
w.next("a");
w.throw(new Error("power"));
w.next("b");
