// Two limits, one of them given to a function.
import pLimit from "p-limit";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

class Crawler {
  constructor(concurrency) {
    this.limit = pLimit(concurrency);
    this.active = 0;
    this.most = 0;
  }

  async visit(page) {
    this.active++;
    this.most = Math.max(this.most, this.active);
    await sleep(page.length);
    this.active--;
    return page.toUpperCase();
  }

  crawl(pages) {
    return Promise.all(pages.map((page) => this.limit(() => this.visit(page))));
  }
}

async function run(limit, names) {
  const log = [];
  await Promise.all(
    names.map((name, index) =>
      limit(async () => {
        log.push(`start ${name}`);
        await sleep(90 - 30 * index);
        log.push(`end ${name}`);
      }),
    ),
  );
  return log;
}

async function main() {
  const crawler = new Crawler(3);
  const pages = await crawler.crawl(["index", "about", "contact", "imprint", "news"]);
  console.log(pages.join(" "), crawler.most);
  const one = pLimit(1);
  for (const line of await run(one, ["a", "b", "c"])) console.log(line);
  const more = pLimit(10);
  for (const line of await run(more, ["x", "y", "z"])) console.log(line);
  const two = pLimit({ concurrency: 2 });
  const lengths = await two.map(["p", "qq", "rrr"], async (name) => {
    await sleep(5);
    return name.length;
  });
  console.log(lengths.join(" "));
}

main();
