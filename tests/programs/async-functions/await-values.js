const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function plain() {
  return 5;
}
const arrow = async (x) => (await plain()) + x;
const object = {
  async method() {
    await sleep(10);
    return this.tag;
  },
  tag: "tagged",
};
(async () => {
  console.log(await 3, await "text", await null, await plain(), await arrow(2));
  console.log(await object.method(), await (await plain()), (await plain()) + (await plain()));
})();
