"use strict";

// Ask all services whether they are well; one that fails does not hide the others.

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const services = [
  { name: "auth", latency: 20, healthy: true, version: "2.1.0" },
  { name: "billing", latency: 60, healthy: false },
  { name: "search", latency: 40, healthy: true },
  { name: "mail", latency: 10, healthy: false, reason: "queue is full" },
];

async function ping({ name, latency, healthy, version, reason = "no answer" }) {
  await sleep(latency);
  if (!healthy) {
    throw new Error(`${name}: ${reason}`);
  }
  return { name, latency, version: version ?? "unknown" };
}

/** The share of `part` in `whole`, as text. */
function percent(part, whole) {
  return `${Math.round((part / whole) * 100)}%`;
}

async function main() {
  const results = await Promise.allSettled(services.map((service) => ping(service)));

  results.forEach((result, i) => {
    const name = services[i].name.padEnd(8);
    if (result.status === "fulfilled") {
      console.log(`${name} up   version ${result.value.version}`);
    } else {
      console.log(`${name} down ${result.reason.message}`);
    }
  });

  const up = results.filter((r) => r.status === "fulfilled").map((r) => r.value);
  const down = results.filter((r) => r.status === "rejected");
  console.log(`${percent(up.length, services.length)} healthy, ${down.length} to look at`);

  const slowest = up.reduce((a, b) => (a.latency >= b.latency ? a : b));
  console.log(`slowest healthy one: ${slowest.name} with ${slowest.latency} ms`);

  if (down.length > 0) {
    const reasons = down.map(({ reason }) => reason.message);
    console.log(`alert: ${reasons.join("; ")}`);
  }
}

main();
