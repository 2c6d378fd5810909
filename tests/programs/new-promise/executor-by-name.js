function settles(resolve) {
  resolve("first");
  throw new Error("too late");
}

function fails() {
  throw new Error("at once");
}

const settled = new Promise(settles);
settled.then((value) => {
  console.log(value);
  const failed = new Promise(fails);
  failed.catch((error) => {
    console.log(error.message);
    let resolveIt;
    const itself = new Promise((resolve) => {
      resolveIt = resolve;
    });
    resolveIt(itself);
    itself.catch((reason) => console.log(reason instanceof TypeError));
  });
});
