// Requests of all kinds while an async generator runs.
async function* slow() {
  try {
    console.log("running");
    await new Promise((resolve) => setTimeout(resolve, 2));
    yield 1;
    yield Promise.reject(new Error("yielded rejection"));
  } catch (e) {
    console.log("inside", e.message);
    yield "recovered";
  } finally {
    console.log("finally");
  }
}
const g = slow();
const told = (name, promise) =>
  promise.then((s) => console.log(name, s.value, s.done), (e) => console.log(name, "failed", e.message));
told("first", g.next());
told("second", g.next());
told("return", g.return("bye"));
told("throw", g.throw(new Error("after")));
told("last", g.next());
told("return 2", g.return(Promise.resolve("awaited")));
