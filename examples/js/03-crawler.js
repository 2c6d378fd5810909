"use strict";

// Crawl a small site that lives in memory, never more than two pages at a time.

const SITE = {
  "/": ["/about", "/blog", "/shop"],
  "/about": ["/", "/team"],
  "/team": ["/about", "/missing"],
  "/blog": ["/blog/1", "/blog/2"],
  "/blog/1": ["/blog/2"],
  "/blog/2": ["/", "/shop"],
  "/shop": [],
};

const CONCURRENCY = 2;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function fetchLinks(path) {
  await sleep(25);
  if (!(path in SITE)) {
    throw new Error(`404 ${path}`);
  }
  return SITE[path];
}

class Crawler {
  constructor(limit) {
    this.limit = limit;
    this.seen = new Set();
    this.failures = [];
    this.peak = 0;
    this.active = 0;
  }

  async visit(path) {
    this.active++;
    this.peak = Math.max(this.peak, this.active);
    try {
      return await fetchLinks(path);
    } catch (err) {
      this.failures.push(err.message);
      return [];
    } finally {
      this.active--;
    }
  }

  /** Breadth first, in batches of `limit` pages. */
  async crawl(start) {
    let queue = [start];
    this.seen.add(start);
    while (queue.length > 0) {
      const batch = queue.slice(0, this.limit);
      queue = queue.slice(this.limit);
      const found = await Promise.all(batch.map((path) => this.visit(path)));
      console.log(`visited ${batch.join(" and ")}`);
      for (const link of found.flat()) {
        if (!this.seen.has(link)) {
          this.seen.add(link);
          queue.push(link);
        }
      }
    }
    return [...this.seen].sort();
  }
}

async function main() {
  const crawler = new Crawler(CONCURRENCY);
  const pages = await crawler.crawl("/");
  console.log(`pages: ${pages.length}`);
  pages.forEach((page, i) => console.log(`${String(i + 1).padStart(2)}. ${page}`));
  console.log(`failures: ${crawler.failures.join(", ")}`);
  console.log(`most at a time: ${crawler.peak}`);
}

main();
