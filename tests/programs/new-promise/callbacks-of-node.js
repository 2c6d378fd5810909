// A function that calls back with an error or a value, settled twice, and gates.
function lookup(key, callback) {
  setTimeout(() => {
    if (key === "missing") callback(new Error("no such key"));
    else callback(null, key.length);
    callback(null, -1); // too late
  }, 20);
}

const lookupAsync = (key) =>
  new Promise((resolve, reject) => {
    lookup(key, (err, value) => (err ? reject(err) : resolve(value)));
  });

class Gate {
  constructor() {
    this.opened = new Promise((resolve) => {
      this.open = resolve;
    });
  }
}

class Later {
  constructor(early) {
    this.promise = new Promise((resolve) => {
      if (early) return;
      this.finish = resolve;
    });
  }
}

async function main() {
  console.log(await lookupAsync("alpha"));
  await lookupAsync("missing").catch((err) => console.log(err.message));
  const gates = [new Gate(), new Gate()];
  const visits = gates.map(async (gate, i) => console.log(i, await gate.opened));
  setTimeout(() => gates[1].open("second"), 10);
  setTimeout(() => gates[0].open(), 20);
  await Promise.all(visits);
  gates[0].open("nobody");
  console.log(await gates[0].opened, await gates[1].opened);
  const later = new Later(false);
  later.finish?.(5);
  console.log(await later.promise, new Later(true).finish);
  const open = [];
  for (const name of ["x", "y"]) {
    let release;
    const held = new Promise((resolve) => {
      release = resolve;
    });
    open.push(release);
    held.then((v) => console.log(name, v));
  }
  open.forEach((release, i) => release(i));
}
main();
