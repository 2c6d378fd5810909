"use strict";

// Poll a build until it is finished, but not for ever.

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

class PollTimeout extends Error {
  constructor(rounds) {
    super(`gave up after ${rounds} rounds`);
    this.name = "PollTimeout";
    this.rounds = rounds;
  }
}

/** A build that goes through its phases, one for each question. */
function startBuild(name, phases) {
  let asked = 0;
  return {
    name,
    async status() {
      await sleep(5);
      const phase = phases[Math.min(asked, phases.length - 1)];
      asked++;
      return phase;
    },
  };
}

/**
 * @param {() => Promise<string>} check
 * @param {{interval: number, maxRounds: number, until: (status: string) => boolean}} options
 */
async function poll(check, { interval, maxRounds, until }) {
  let round = 0;
  let last;
  do {
    const status = await check();
    round += 1;
    if (status !== last) {
      console.log(`  round ${round}: ${status}`);
      last = status;
    }
    if (until(status)) return { status, round };
    await sleep(interval);
  } while (round < maxRounds);
  throw new PollTimeout(round);
}

const isFinal = (status) => ["passed", "failed"].includes(status);

async function main() {
  const builds = [
    startBuild("website", ["queued", "queued", "running", "passed"]),
    startBuild("compiler", ["queued", "running"]),
    startBuild("docs", ["failed"]),
  ];

  for (const build of builds) {
    console.log(build.name);
    try {
      const { status, round } = await poll(() => build.status(), {
        interval: 10,
        maxRounds: 5,
        until: isFinal,
      });
      console.log(`${build.name} ${status} in round ${round}`);
    } catch (err) {
      if (!(err instanceof PollTimeout)) throw err;
      console.log(`${build.name}: ${err.name}, ${err.message}`);
    }
  }
}

main();
