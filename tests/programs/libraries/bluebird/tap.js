// tap looks at a value on its way; what it gives is waited for, and its errors are seen.
const Bluebird = require("bluebird");

async function main() {
  const log = [];
  const value = await Bluebird.delay(5, 3).tap(async (n) => {
    await Bluebird.delay(10);
    log.push(n);
    return "dropped";
  });
  console.log(value, log.join());
  try {
    await Bluebird.resolve(4).tap((n) => {
      throw new Error(`saw ${n}`);
    });
  } catch (err) {
    console.log(err.message);
  }
  console.log(await Bluebird.delay(1, "x").tap((text) => console.log("seen", text)));
}
main();
