import { setTimeout as delay } from "node:timers/promises";
console.log(await delay(10, "value"));
const [a, b] = await Promise.all([delay(30, "a"), delay(10, "b")]);
console.log(a, b);
