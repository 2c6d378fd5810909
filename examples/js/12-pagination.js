"use strict";

// Walk through a paginated API as if it were one list.

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const ISSUES = Array.from({ length: 11 }, (_, i) => ({
  number: i + 1,
  title: `Issue number ${i + 1}`,
  open: i % 3 !== 0,
}));

class IssueApi {
  constructor(pageSize) {
    this.pageSize = pageSize;
    this.requests = 0;
  }

  /** One page, and the cursor of the next; no cursor at the end. */
  async page(cursor = 0) {
    this.requests++;
    await sleep(15);
    const end = cursor + this.pageSize;
    return {
      issues: ISSUES.slice(cursor, end),
      next: end < ISSUES.length ? end : null,
    };
  }

  async *[Symbol.asyncIterator]() {
    let cursor = 0;
    while (cursor !== null) {
      const { issues, next } = await this.page(cursor);
      yield* issues;
      cursor = next;
    }
  }
}

async function* filter(source, accept) {
  for await (const item of source) {
    if (accept(item)) yield item;
  }
}

async function* take(source, count) {
  if (count <= 0) return;
  let taken = 0;
  for await (const item of source) {
    yield item;
    if (++taken === count) break;
  }
}

async function main() {
  const api = new IssueApi(4);
  const open = filter(api, (issue) => issue.open);
  for await (const { number, title } of take(open, 4)) {
    console.log(`#${number} ${title}`);
  }
  console.log(`requests: ${api.requests}`);

  const everything = new IssueApi(5);
  let count = 0;
  for await (const issue of everything) {
    if (!issue.open) count++;
  }
  console.log(`${count} closed, requests: ${everything.requests}`);
}

main();
