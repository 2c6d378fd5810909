function defer() {
  let resolve, reject;
  const promise = new Promise((res, rej) => {
    resolve = res;
    reject = rej;
  });
  return { promise, resolve, reject };
}
async function main() {
  const a = defer();
  const b = defer();
  setTimeout(() => a.resolve("opened"), 20);
  setTimeout(() => b.reject(new Error("closed")), 40);
  console.log(await a.promise);
  a.resolve("again");
  console.log(await a.promise, await b.promise.catch((e) => e.message));
}
main();
