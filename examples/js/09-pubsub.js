"use strict";

// A small event bus: wildcard topics, once-handlers, async handlers, unsubscribing.

class EventBus {
  constructor() {
    this.handlers = new Map();
  }

  on(topic, handler) {
    if (!this.handlers.has(topic)) {
      this.handlers.set(topic, []);
    }
    this.handlers.get(topic).push(handler);
    return () => this.off(topic, handler);
  }

  once(topic, handler) {
    const off = this.on(topic, (payload) => {
      off();
      return handler(payload);
    });
    return off;
  }

  off(topic, handler) {
    const list = this.handlers.get(topic) ?? [];
    const index = list.indexOf(handler);
    if (index === -1) return false;
    list.splice(index, 1);
    return true;
  }

  /** Calls all handlers, and waits for those that are asynchronous. */
  async publish(topic, payload) {
    const direct = this.handlers.get(topic) ?? [];
    const wildcard = this.handlers.get("*") ?? [];
    const all = [...direct, ...wildcard];
    await Promise.all(all.map((handler) => handler(payload)));
    return all.length;
  }
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function main() {
  const bus = new EventBus();
  const audit = [];

  bus.on("*", (payload) => audit.push(payload.user));
  const unsubscribe = bus.on("login", ({ user }) => console.log(`welcome, ${user}`));
  bus.once("login", async ({ user }) => {
    await sleep(30);
    console.log(`first login of the day: ${user}`);
  });
  bus.on("logout", async ({ user, minutes }) => {
    await sleep(10);
    console.log(`${user} left after ${minutes} min`);
  });

  console.log(`${await bus.publish("login", { user: "mia" })} handlers`);
  console.log(`${await bus.publish("login", { user: "noah" })} handlers`);
  unsubscribe();
  console.log(`${await bus.publish("login", { user: "olga" })} handlers`);
  await bus.publish("logout", { user: "mia", minutes: 42 });
  console.log(`audit: ${audit.join(", ")}`);
  console.log(`unsubscribed twice: ${unsubscribe()}`);
}

main();
