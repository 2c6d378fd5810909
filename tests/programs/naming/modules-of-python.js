const asyncio = "a";
const json = "j";
const re = /x+/;
const math = 3;
const sys = { os: "s" };
const time = Math.floor(math / 2);
console.log(asyncio, JSON.stringify(json), re.test("axx"), sys.os, time);
const main = async () => {
  await new Promise((resolve) => setTimeout(resolve, 10));
  return asyncio;
};
main().then(console.log);
