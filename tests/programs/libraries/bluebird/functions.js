// What bluebird adds to Promise, under that name.
const Promise = require("bluebird");

async function load(name, ms = 20) {
  console.log(`> ${name}`);
  await Promise.delay(ms);
  console.log(`< ${name}`);
  return name.length;
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function main() {
  const all = await Promise.map(["aaa", "b", "cc"], (name) => load(name, name.length * 60));
  console.log(all.join(" "));
  const limited = await Promise.map([1, 2, 3, 4, 5], (n) => load(`job ${n}`, 400 - 60 * n), { concurrency: 2 });
  console.log(limited.join(" "));
  const series = await Promise.mapSeries(["x", "yy"], (name) => load(name));
  console.log(series.join(" "));
  await Promise.each([2, 1], async (n) => {
    await wait(n * 10);
    console.log("each", n);
  });
  const { user, posts } = await Promise.props({ user: load("user", 80), posts: load("posts", 20), n: 1 });
  console.log(user, posts);
  console.log(await Promise.delay(5, "delayed"));
  try {
    await new Promise((resolve) => setTimeout(resolve, 500)).timeout(20);
  } catch (error) {
    console.log(error.message, error instanceof Promise.TimeoutError);
  }
  try {
    await Promise.map([1, 2, 3], async (n) => {
      await wait(60 * n);
      if (n === 1) throw new Error("first fails");
      console.log("still", n);
    }, { concurrency: 2 });
  } catch (error) {
    console.log(error.message);
  }
  const value = await Promise.resolve(4).then((n) => n * 2);
  console.log(value, (await Promise.all([1, wait(5)])).length);
}

main();
